"""One position's facts, brought together; the three questions asked of them are in the modules beside this one."""

from datetime import datetime, timedelta
from decimal import Decimal

from attrs import evolve, frozen

from brokerage_positions.amounts import is_bounded, wire

from .course import Expected, Step, unchanged
from .values import Asked, Evidence, Held


@frozen
class Ruling:
    """The answer to one question: proved or not, why or what would prove it, and what that takes for granted."""

    proved: bool
    reason: str
    assumptions: tuple[str, ...] = ()
    order_ids: tuple[str, ...] = ()


@frozen(kw_only=True)
class Case:
    """``given_up``: seconds of the readings' monotonic clock; ``settle`` and ``fills_within``: seconds."""

    asked: Asked
    before: Held
    expected: Expected
    steps: tuple[Step, ...]
    asked_at: datetime
    given_up: float
    settle: float
    exclusive: bool
    available_shows_orders: bool
    fills_within: float | None
    evidence: Evidence | None

    @property
    def afterwards(self) -> tuple[Step, ...]:
        """The reads asked for when the request had been given up."""
        return tuple(step for step in self.steps if step.monotonic >= self.given_up)

    @property
    def seconds_watched(self) -> float:
        """From giving up to the last read; zero if there was none."""
        return max((step.monotonic - self.given_up for step in self.afterwards), default=0.0)

    @property
    def watches_available(self) -> bool:
        """Whether the available quantity speaks: cancelled orders would raise it by what nobody knows."""
        return self.available_shows_orders and not self.asked.cancel_orders

    @property
    def open_orders_before(self) -> bool:
        """Whether orders held part of the position before the close: they may fill by themselves."""
        available = self.before.available
        return self.available_shows_orders and available is not None and abs(available) != abs(self.before.quantity)

    def until_first_change(self) -> "Case":
        return evolve(self, steps=unchanged(self.before, self.steps))

    def seconds_after_giving_up(self, moment: datetime) -> float | None:
        """A wall-clock moment on the scale of the reads: the least that any of them allows; None without reads."""
        return min(
            (step.monotonic + (moment - step.reading.at).total_seconds() - self.given_up for step in self.steps),
            default=None,
        )


def seconds(value: float) -> str:
    return f"{value:g} s"


def units(value: Decimal | None) -> str:
    return "unknown" if value is None else wire(value) if is_bounded(value) else f"{value:f}"


def earlier(moment: datetime, by: timedelta) -> datetime:
    """Without overflowing at the first of all moments."""
    return moment - by if moment - datetime.min.replace(tzinfo=moment.tzinfo) > by else moment
