"""How requests travel.  An operation is a generator of effects; ``drive`` and ``adrive`` run it, sync and async alike.

``effects`` are the values that pass between the two, ``wire`` performs them over httpx, ``retry`` says when a read is
sent again.  Nothing here knows of a broker.
"""

from brokerage_positions.io.drive import Operation, adrive, drive
from brokerage_positions.io.effects import Effect, Lost, Received, Send, Sleep
from brokerage_positions.io.retry import Retry, read
from brokerage_positions.io.settings import Secret, Settings
from brokerage_positions.io.wire import AsyncWire, Wire

__all__ = [
    "AsyncWire",
    "Effect",
    "Lost",
    "Operation",
    "Received",
    "Retry",
    "Secret",
    "Send",
    "Settings",
    "Sleep",
    "Wire",
    "adrive",
    "drive",
    "read",
]
