"""The facts about a close whose outcome is unknown, and the verdict that they allow.  All frozen, all plain values."""

import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Literal

from attrs import Attribute, field, frozen

from brokerage_positions.amounts import ClosePositionRequest, is_bounded

What = Literal["close", "close_all"]
Side = Literal["buy", "sell"]
Kind = Literal["placed", "not_placed", "still_unknown"]


def _bounded(_: object, attribute: "Attribute[Any]", value: Decimal | None) -> None:
    if value is not None and not is_bounded(value):
        raise ValueError(f"{attribute.name} is not a quantity that a position can have")


def _finite(_: object, attribute: "Attribute[Any]", value: Decimal | None) -> None:
    if value is not None and not value.is_finite():
        raise ValueError(f"{attribute.name} is not a finite number")


def _aware(_: object, attribute: "Attribute[Any]", value: datetime | None) -> None:
    if value is not None and value.tzinfo is None:
        raise ValueError(f"{attribute.name} has no time zone: give an aware datetime, such as datetime.now(UTC)")


def _utc(value: datetime) -> datetime:
    return value.astimezone(UTC) if value.tzinfo else value


def _utc_if_given(value: datetime | None) -> datetime | None:
    return None if value is None else _utc(value)


def _seconds(_: object, attribute: "Attribute[Any]", value: float) -> None:
    if not math.isfinite(value):
        raise ValueError(f"{attribute.name} is not a time in seconds: {value}")


def _names(names: Iterable[str]) -> frozenset[str]:
    # A bare text would become the set of its letters.
    if isinstance(names, str):
        raise TypeError(f"names is a set of texts, not the text {names!r}")
    return frozenset(names)


def _names_if_given(names: Iterable[str] | None) -> frozenset[str] | None:
    return None if names is None else _names(names)


@frozen
class Held:
    """One position as a broker told it.

    ``names``: every name that the asset is known by, in canonical form (symbols in upper case, UUIDs in lower case).
    ``quantity``: signed, negative for short.  ``available``: what no open order holds, or None if it was not told; its
    sign is the broker's.  ``average_price``: what tells a close of half the position from a split; optional.
    """

    symbol: str
    names: frozenset[str] = field(converter=_names)
    quantity: Decimal = field(validator=_bounded)
    available: Decimal | None = field(validator=_bounded)
    average_price: Decimal | None = field(default=None, validator=_finite)


def _positions(positions: Iterable[Held]) -> tuple[Held, ...]:
    return tuple(positions)


@frozen
class Reading:
    """All positions of the account at one moment, or all that were asked for.

    ``at``: wall clock; ``monotonic``: seconds of this process's monotonic clock.  Both of the moment the read was
    *asked for*: what it shows is at least that recent.
    """

    at: datetime = field(converter=_utc, validator=_aware)
    monotonic: float = field(validator=_seconds)
    positions: tuple[Held, ...] = field(converter=_positions)


@frozen
class Asked:
    """What the request asked for: ``amount=None`` is the whole position.  A close of all has no names and no amount."""

    what: What
    names: frozenset[str] | None = field(converter=_names_if_given)
    amount: ClosePositionRequest | None
    cancel_orders: bool

    def __attrs_post_init__(self) -> None:
        if self.what == "close_all" and (self.names is not None or self.amount is not None):
            raise ValueError("a close of all positions has neither names nor an amount")


@frozen
class OrderSeen:
    """An order that the caller found at the broker.  ``created_at`` is the broker's clock; ``quantity`` is unsigned."""

    names: frozenset[str] = field(converter=_names)
    side: Side
    quantity: Decimal | None = field(validator=_bounded)
    created_at: datetime = field(converter=_utc, validator=_aware)
    id: str


def _orders(orders: Iterable[OrderSeen]) -> tuple[OrderSeen, ...]:
    return tuple(orders)


@frozen
class Evidence:
    """Orders that the caller found, without those known to belong to another request.

    ``complete``: the caller's word that these are all orders of the account, in any state, since the close was asked.
    Only a list that was asked for late enough can show that there is no order, so it also needs ``listed_at``: the wall
    clock of this machine when the list was asked for.
    """

    orders: tuple[OrderSeen, ...] = field(converter=_orders)
    complete: bool
    listed_at: datetime | None = field(default=None, converter=_utc_if_given, validator=_aware)


def _pairs(numbers: Mapping[str, Decimal | None]) -> tuple[tuple[str, Decimal | None], ...]:
    return tuple(numbers.items())


@frozen(eq=False)
class Numbers(Mapping[str, Decimal | None]):
    """An immutable mapping that can be pickled, copied and hashed; None where a number is not known."""

    _pairs: tuple[tuple[str, Decimal | None], ...] = field(converter=_pairs)

    def __getitem__(self, name: str) -> Decimal | None:
        return dict(self._pairs)[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict(self._pairs))

    def __len__(self) -> int:
        return len(self._pairs)

    def __hash__(self) -> int:
        return hash(frozenset(self._pairs))


@frozen
class Verdict:
    """What became of the close of one position, and everything that this was judged by.

    ``symbol`` is None if it is not known which position.  ``reason``: for a person; of a ``still_unknown`` it says what
    would settle it.  ``assumptions``: what the verdict takes for granted; if one does not hold, neither does the
    verdict.  ``order_ids``: the order that was placed, or for ``still_unknown`` those that may be it.
    """

    kind: Kind
    symbol: str | None
    reason: str
    numbers: Numbers = field(converter=Numbers)
    assumptions: tuple[str, ...] = ()
    order_ids: tuple[str, ...] = ()
