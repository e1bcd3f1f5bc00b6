"""The fixtures of the clients' tests."""

from ..clients.conftest import alpaca, broker, caller, clear_street, journal_path, journaled, make, name, style

__all__ = ["alpaca", "broker", "caller", "clear_street", "journal_path", "journaled", "make", "name", "style"]
