"""Closes to journal."""

from brokerage_positions.journal import Broker, Intent, Json
from brokerage_positions.symbols import Asset, asset

ACCOUNT = "904837e3-3b76-47ec-b432-046db621571b"
APPLE = "b0b6dd9d-8b9b-48a9-ba46-b9d54906e415"


def close(
    of: Asset | str = "AAPL", *, broker: Broker = "alpaca", account: str = ACCOUNT, before: Json = None
) -> Intent:
    """A close of one position."""
    return Intent(
        broker=broker,
        account=account,
        what="close",
        asset=asset(of) if isinstance(of, str) else of,
        request={"method": "DELETE", "target": f"/v1/trading/accounts/{account}/positions/AAPL?qty=5", "body": None},
        asked={"qty": "5"},
        before=before,
    )


def close_all(*, broker: Broker = "alpaca", account: str = ACCOUNT) -> Intent:
    """A close of all positions."""
    return Intent(
        broker=broker,
        account=account,
        what="close_all",
        asset=None,
        request={"method": "DELETE", "target": f"/v1/trading/accounts/{account}/positions", "body": None},
        asked={"cancel_orders": True},
    )
