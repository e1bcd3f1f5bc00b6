"""What a broker holds: accounts with positions and orders.  Plain values, and the arithmetic on them.

Nothing here knows of HTTP, threads or clocks: ``now`` is always handed in, in nanoseconds since 1970.  Every change
gives a new value, so a reader in another thread always sees a whole one.

A quantity of a position is signed, negative for short; a quantity of an order is positive, and its side says which way.
An order that closes is filled ``Settings.fill_after`` seconds after it was placed.  Nothing but its own hold keeps a
second close from being accepted: where pending closes do not hold (``Settings.pending_close_holds``), a close sent
twice sells twice and leaves the account short.  That is what a test wants to see.
"""

from .arithmetic import available, cancel_working, close, settle, settle_all, share, undo
from .prices import moved, opened
from .values import (
    EXACT,
    SECOND,
    WIDE,
    ZERO,
    Account,
    Asset,
    AssetKind,
    BrokerName,
    Order,
    OrderStatus,
    Position,
    Settings,
    Shortage,
    Side,
    State,
    holdings,
)

__all__ = [
    "EXACT",
    "SECOND",
    "WIDE",
    "ZERO",
    "Account",
    "Asset",
    "AssetKind",
    "BrokerName",
    "Order",
    "OrderStatus",
    "Position",
    "Settings",
    "Shortage",
    "Side",
    "State",
    "available",
    "cancel_working",
    "close",
    "holdings",
    "moved",
    "opened",
    "settle",
    "settle_all",
    "share",
    "undo",
]
