"""How a position went from read to read, counted in what the close would have done: units towards zero."""

from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen

from .identity import Unclear, find
from .values import Held, Reading


@frozen
class Expected:
    """The units that the close takes off the position, at least and at most; never negative."""

    least: Decimal
    greatest: Decimal

    def fits(self, units: Decimal) -> bool:
        # An order of nothing does not exist, also where a tiny percentage rounds down to nothing.
        return units > 0 and self.least <= units <= self.greatest


@frozen
class Step:
    """The position at one reading.  ``closed`` and ``taken``: units less than before, of quantity and of available."""

    reading: Reading
    quantity: Decimal
    available: Decimal | None
    average_price: Decimal | None
    closed: Decimal
    taken: Decimal | None

    @property
    def monotonic(self) -> float:
        return self.reading.monotonic


def course(before: Held, readings: Iterable[Reading]) -> tuple[Step, ...] | Unclear:
    """One step a reading, in the order of time; an absent position is one of quantity zero."""
    steps: list[Step] = []
    for reading in sorted(readings, key=lambda reading: reading.monotonic):
        now = find(before.names, reading.positions)
        if isinstance(now, Unclear):
            return now
        steps.append(_step(before, now, reading))
    return tuple(steps)


def _step(before: Held, now: Held | None, reading: Reading) -> Step:
    nothing = None if before.available is None else Decimal(0)
    quantity, available = (now.quantity, now.available) if now else (Decimal(0), nothing)
    towards_zero = -1 if before.quantity < 0 else 1
    known = before.available is not None and available is not None
    return Step(
        reading,
        quantity,
        available,
        now.average_price if now else before.average_price,
        closed=towards_zero * (before.quantity - quantity),
        taken=abs(before.available) - abs(available) if known else None,  # type: ignore[arg-type]
    )


def unchanged(before: Held, steps: Iterable[Step]) -> tuple[Step, ...]:
    """The first steps, up to the first change of quantity or available."""
    same: list[Step] = []
    for step in steps:
        if step.quantity != before.quantity or step.available != before.available:
            break
        same.append(step)
    return tuple(same)


def repriced(before: Held, step: Step) -> bool:
    """Whether the average price is known to have changed: shares were bought, or split."""
    return None not in (before.average_price, step.average_price) and before.average_price != step.average_price


def looks_like_split(part: Decimal, whole: Decimal) -> bool:
    """Whether a split may turn one quantity into the other: a ratio such as 1:2, 2:3, 1:10, 4:5, with at most 4 parts.

    Splits of other ratios are rare enough to be named as an assumption instead.
    """
    if not part or not whole:
        return False
    small, large = sorted((abs(part), abs(whole)))
    return small != large and any(large * parts % small == 0 for parts in range(1, 5))
