"""What a trader asks: one close, drawn by chance."""

import random
from decimal import Decimal
from typing import Any, Final, Literal

from attrs import field, frozen

from brokerage_positions import ClosePositionRequest

from ..broker import AAPL, BTC, OPTION, TSLA
from ..broker.state import BrokerName

Kind = Literal["whole", "part", "all", "plan_all", "plan_one"]

#: Every name that a position may be called by, the first one being that of its orders.
NAMES: Final = {
    "AAPL": ("AAPL", AAPL.id),
    "TSLA": ("TSLA", TSLA.id),
    OPTION.symbol: (OPTION.symbol, OPTION.id),
    "BTC/USD": ("BTC/USD", "BTCUSD", BTC.id),
}

_ONE: Final[dict[BrokerName, tuple[Kind, ...]]] = {
    "alpaca": ("whole", "whole", "whole", "part", "part", "part", "plan_one"),
    "clear_street": ("whole", "whole", "whole", "plan_one"),
}
_ALL: Final[tuple[Kind, ...]] = ("all", "all", "plan_all")


@frozen
class Asking:
    """One call of a client.  ``symbol`` is canonical, ``name`` what it is asked by; both empty for all positions."""

    tag: str
    broker: BrokerName
    account: str
    kind: Kind
    symbol: str = ""
    name: str = ""
    amount: ClosePositionRequest | None = None
    cancel_orders: bool | None = None
    options: dict[str, Any] = field(factory=dict[str, Any])


def draw(
    chance: random.Random, tag: str, broker: BrokerName, account: str, free: dict[str, Decimal], untouched: bool
) -> Asking:
    """A close of something in ``free`` (symbol to quantity held); of everything only while all is ``untouched``."""
    kind = chance.choice(_ONE[broker] + (_ALL if untouched else ()))
    options: dict[str, Any] = {}
    if chance.random() < 0.05:
        options["read_before"] = False
    if kind in ("all", "plan_all"):
        cancel = chance.choice([None, None, True, False])
        return Asking(tag, broker, account, kind, cancel_orders=cancel, options=options)
    symbol = chance.choice(sorted(free))
    if kind == "whole" and chance.random() < 0.2:
        options["retry_rate_limited"] = True
    cancel = chance.choice([None, True, False]) if broker == "clear_street" else None
    amount = None
    if broker == "alpaca" and (kind == "part" or (kind == "plan_one" and chance.random() < 0.5)):
        amount = _amount(chance, abs(free[symbol]))
    return Asking(tag, broker, account, kind, symbol, chance.choice(NAMES[symbol]), amount, cancel, options)


def _amount(chance: random.Random, held: Decimal) -> ClosePositionRequest:
    if chance.random() < 0.4:
        return ClosePositionRequest(percentage=chance.choice(["10", "33.333333333", "50", "100", "0.000000001", "7.5"]))
    if chance.random() < 0.3:
        return ClosePositionRequest(qty=chance.choice([held, Decimal("0.000000001")]))
    part = held * Decimal(chance.randrange(1, 100)) / 100
    return ClosePositionRequest(qty=round(part, 9) or Decimal("0.000000001"))
