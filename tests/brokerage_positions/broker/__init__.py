"""The sandbox under the name by which older tests know it, with the tests' own accounts as what is held."""

from typing import Any

from brokerage_positions.sandbox import (
    Account,
    Asset,
    Clock,
    Credentials,
    Entry,
    Order,
    Position,
    Sandbox,
    Settings,
    State,
    available,
    faults,
    files,
    ordered,
)

from ..sandbox.samples import (
    AAPL,
    ALPACA_ACCOUNT,
    BTC,
    CLEAR_STREET_ACCOUNT,
    OPTION,
    POUND_ACCOUNT,
    TSLA,
    account,
    position,
    resting_order,
    sample_state,
)

__all__ = [
    "AAPL",
    "ALPACA_ACCOUNT",
    "BTC",
    "CLEAR_STREET_ACCOUNT",
    "OPTION",
    "POUND_ACCOUNT",
    "TSLA",
    "Account",
    "Asset",
    "Clock",
    "Credentials",
    "Entry",
    "FaultyBroker",
    "Order",
    "Position",
    "Settings",
    "State",
    "account",
    "available",
    "faults",
    "files",
    "ordered",
    "position",
    "resting_order",
    "sample_state",
]


class FaultyBroker(Sandbox):
    def __init__(self, state: State | None = None, **options: Any) -> None:
        super().__init__(sample_state() if state is None else state, **options)
