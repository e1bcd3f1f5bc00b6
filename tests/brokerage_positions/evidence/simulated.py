"""A small simulated broker: one history of one close, and what it would have answered at any moment.

Times are seconds; the request is given up at zero.  The history knows what really happened; a judge gets reads of it.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from brokerage_positions.amounts import ClosePositionRequest
from brokerage_positions.evidence import Asked, Evidence, Held, OrderSeen, Reading, Verdict, judge

ASKED_AT = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
GIVEN_UP_AT = ASKED_AT + timedelta(seconds=10)
MONOTONIC_THEN = 5000.0
AAPL = frozenset({"AAPL", "b0b6dd9d-8b9b-48a9-ba46-b9d54906e415"})
SETTLE = 60.0


def clock(at: float) -> datetime:
    return GIVEN_UP_AT + timedelta(seconds=at)


@frozen
class Trade:
    """Somebody else buys (positive) or sells units, all at once."""

    at: float
    units: Fraction


@frozen
class Split:
    at: float
    ratio: Fraction


@frozen
class History:
    """``acts_at``: when the order is accepted, None if never.  ``shows_after``: seconds until available is lower, None
    if it never is.  ``fills``: seconds after acceptance and the share filled by then, rising; may end below one.
    ``resting``: units held by an order that was open before, never fills, and goes when orders are cancelled.
    """

    held: Decimal
    price: Decimal | None
    amount: ClosePositionRequest | None
    cancel_orders: bool
    rounds_up: bool
    acts_at: float | None
    shows_after: float | None
    fills: tuple[tuple[float, Fraction], ...]
    events: tuple[Trade | Split, ...] = ()
    resting: Fraction = Fraction(0)

    @property
    def others_trade(self) -> bool:
        return any(isinstance(event, Trade) for event in self.events)

    def read(self, at: float) -> Reading:
        quantity, available, price = self._state(at)
        held = (
            ()
            if not quantity
            else (
                Held("AAPL", AAPL, _decimal(quantity), _decimal(available), None if price is None else _decimal(price)),
            )
        )
        return Reading(clock(at), MONOTONIC_THEN + at, held)

    def orders(self, listed_at: float, broker_clock: float) -> Evidence:
        """The complete list at a moment, by a broker whose clock is off by some seconds."""
        seen: list[OrderSeen] = []
        for number, event in enumerate(self.events):
            if isinstance(event, Trade) and event.at <= listed_at:
                side = "buy" if event.units > 0 else "sell"
                created = clock(event.at + broker_clock)
                seen.append(OrderSeen(AAPL, side, _decimal(abs(event.units)), created, f"theirs-{number}"))  # type: ignore[arg-type]
        if self.acts_at is not None and self.acts_at <= listed_at:
            size = self._order_size(self._quantity_before_acting())
            side = "sell" if self.held > 0 else "buy"
            created = clock(self.acts_at + broker_clock)
            seen.append(OrderSeen(AAPL, side, _decimal(size), created, "ours"))  # type: ignore[arg-type]
        return Evidence(tuple(seen), True, clock(listed_at))

    def judged(
        self,
        reads: Sequence[float],
        *,
        exclusive: bool,
        fills_within: float | None,
        evidence: Evidence | None,
        told_that_available_shows: bool,
    ) -> Verdict:
        before = evolve(self, acts_at=None, events=()).read(-20.0).positions[0]
        return judge(
            Asked("close", AAPL, self.amount, self.cancel_orders),
            before,
            [self.read(at) for at in reads],
            asked_at=ASKED_AT,
            given_up=MONOTONIC_THEN,
            settle=SETTLE,
            exclusive=exclusive,
            available_shows_orders=told_that_available_shows,
            fills_within=fills_within,
            evidence=evidence,
        )

    def _quantity_before_acting(self) -> Fraction:
        assert self.acts_at is not None
        return evolve(self, acts_at=None)._state(self.acts_at)[0]

    def _order_size(self, quantity: Fraction) -> Fraction:
        size = abs(quantity)
        if self.amount is None:
            return size
        if self.amount.qty is not None:
            return Fraction(self.amount.qty)
        assert self.amount.percentage is not None
        exact = size * Fraction(self.amount.percentage) / 100 * 10**9
        return Fraction(-(-exact // 1) if self.rounds_up else exact // 1) / 10**9

    def _state(self, at: float) -> tuple[Fraction, Fraction, Fraction | None]:
        """Quantity, available and average price: everything that happened up to the moment, in order."""
        direction = 1 if self.held > 0 else -1
        quantity, price = Fraction(self.held), Fraction(self.price) if self.price is not None else None
        size, filled, resting = Fraction(0), Fraction(0), self.resting
        moments: list[tuple[float, int, Trade | Split | Fraction | None]] = [
            (event.at, 0, event) for event in self.events if event.at <= at
        ]
        if self.acts_at is not None and self.acts_at <= at:
            moments.append((self.acts_at, 1, None))
            moments += [(self.acts_at + after, 2, share) for after, share in self.fills if self.acts_at + after <= at]
        for _, _, event in sorted(moments, key=lambda moment: moment[:2]):
            match event:
                case None:
                    size = self._order_size(quantity)
                case Trade(units=units):
                    quantity += units
                case Split(ratio=ratio):
                    quantity, size, filled, resting = (n * ratio for n in (quantity, size, filled, resting))
                    price = price / ratio if price is not None else None
                case share:
                    quantity -= direction * (share * size - filled)
                    filled = share * size
        if self.shows_after is None:
            return quantity, quantity, price
        shown = self.acts_at is not None and at >= self.acts_at + self.shows_after
        unavailable = (size - filled if shown else 0) + (0 if shown and self.cancel_orders else resting)
        return quantity, quantity - direction * unavailable, price


def _decimal(value: Fraction) -> Decimal:
    """Exact where it can be; a price of thirds is cut, as brokers do."""
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("1E-12"))
