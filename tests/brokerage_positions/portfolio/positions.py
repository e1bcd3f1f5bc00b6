"""Positions as the brokers send them, made of classes of our own with the field names of the wire."""

from enum import Enum, StrEnum
from types import SimpleNamespace
from typing import Any
from uuid import UUID

ALPACA_ACCOUNT = UUID("C8F1EF5D-EDC0-4F23-9EE4-378F19CB92A4")
CLEAR_STREET_ACCOUNT = 19816


class Unset(Enum):
    """As generated packages spell a field that was not sent: falsy, and called UNSET."""

    UNSET = 0

    def __bool__(self) -> bool:
        return False


class Word(StrEnum):
    """An enumeration of the wire, some words of it."""

    US_EQUITY = "us_equity"
    SHORT = "SHORT"


UNSET = Unset.UNSET


def alpaca(**changed: Any) -> SimpleNamespace:
    """A long position in a share; 20 percent up."""
    fields: dict[str, Any] = {
        "asset_id": UUID("b0b6dd9d-8b9b-48a9-ba46-b9d54906e415"),
        "symbol": "AAPL",
        "asset_class": "us_equity",
        "side": "long",
        "qty": "5",
        "qty_available": "3",
        "avg_entry_price": "100.0",
        "current_price": "120.0",
        "market_value": "600.0",
        "cost_basis": "500.0",
        "unrealized_pl": "100.0",
        "unrealized_plpc": "0.20",
        "swap_rate": UNSET,
        "usd": UNSET,
        "additional_properties": {},
    }
    return SimpleNamespace(**fields | changed)


def clear_street(**changed: Any) -> SimpleNamespace:
    """The same position at the other broker."""
    fields: dict[str, Any] = {
        "account_id": CLEAR_STREET_ACCOUNT,
        "instrument_id": UUID("a1a2a3a4-b1b2-c1c2-d1d2-d3d4d5d6d7d8"),
        "instrument_type": "COMMON_STOCK",
        "symbol": "AAPL",
        "position_type": "LONG",
        "quantity": "5",
        "available_quantity": "3",
        "avg_price": "100.0",
        "instrument_price": "120.0",
        "market_value": "600.0",
        "cost_basis": "500.0",
        "unrealized_pnl": "100.0",
        "unrealized_pnl_pct": "20.0",
        "additional_properties": {},
    }
    return SimpleNamespace(**fields | changed)


def usd(**changed: Any) -> SimpleNamespace:
    """The dollar amounts of a position in an account of another currency."""
    fields: dict[str, Any] = {
        "avg_entry_price": "71.43",
        "current_price": "80.0",
        "market_value": "400.00",
        "cost_basis": "333.33",
        "unrealized_pl": "66.67",
        "unrealized_plpc": "0.2",
    }
    return SimpleNamespace(**fields | changed)
