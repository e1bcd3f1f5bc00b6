"""A broker for tests: a real HTTP server on loopback that plays both brokers' positions endpoints, and misbehaves
on command.

    with FaultyBroker() as broker:
        broker.plan(faults.act_then_drop(), method="DELETE", nth=1)
        ...                                     # a client of yours, at broker.url_alpaca
        assert ordered(broker.log, ALPACA_ACCOUNT, "AAPL") == -5

``state`` (what is held, and its arithmetic), ``alpaca`` and ``clear_street`` (requests to answers) are pure; ``faults``
and ``rewrites`` are values that say what goes wrong; ``desk`` holds it all together; only ``server`` knows sockets.
"""

from . import faults, files
from .clock import Clock
from .credentials import Credentials
from .faulty import FaultyBroker
from .log import Entry, ordered
from .samples import (
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
from .state import Account, Asset, Order, Position, Settings, State, available

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
