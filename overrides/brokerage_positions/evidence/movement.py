"""Do the reads show that the close was placed?

Where open orders lower the available quantity, that number tells: it falls by what was asked when the order is
accepted, and does not move when it fills.  The quantity falls only with the fill, and also by orders open before.
"""

from decimal import Decimal

from .case import Case, Ruling, units
from .course import Step, looks_like_split, repriced

_NOBODY_ELSE = (
    "nothing but this close moved the position: nobody else traded the account, and no order that was open"
    " before was filled (exclusive=True)"
)
_NO_OTHER_SPLIT = "the asset was neither renamed nor split in a ratio that happens to look like this close"


def contradiction(case: Case) -> str | None:
    """What no close of this size explains; whoever finds it cannot judge by quantities any more."""
    last_closed = last_taken = None
    for step in case.steps:
        at = f"at {step.reading.at.isoformat()}"
        if step.quantity * case.before.quantity < 0:
            return f"{at} the position had changed sides: others traded it"
        if step.closed < 0:
            return f"{at} the position was larger than before: others traded it, or it was split"
        if step.closed > case.expected.greatest:
            went = "was gone, though only a part was to be closed" if not step.quantity else "had lost more than asked"
            return f"{at} the position {went}: others traded it, or it was split"
        if repriced(case.before, step) and step.quantity == case.before.quantity:
            return f"{at} the average price was another for the same quantity: others traded it, or it was split"
        if last_closed is not None and step.closed < last_closed:
            return f"{at} the position had grown again: others traded it, or reads are served from different moments"
        last_closed = step.closed
        if not case.watches_available or step.taken is None:
            continue
        if _turned(step.available, case.before.available) or step.taken < 0 or step.taken > case.expected.greatest:
            return f"{at} the available quantity had moved otherwise than by this close: other orders are at work"
        if last_taken is not None and step.taken < last_taken:
            return f"{at} the available quantity had risen again: an order was cancelled or rejected"
        last_taken = step.taken
    return None


def shows_the_change(case: Case) -> Ruling:
    """Judged by the last read; :func:`contradiction` has looked at the way there."""
    last = case.afterwards[-1]
    by_available = case.watches_available and last.taken is not None
    moved = last.taken if by_available and last.taken is not None else last.closed
    name = "available quantity" if by_available else "quantity"
    numbers = f"the {name} fell by {units(moved)} where {_asked(case)} was asked"
    if not case.expected.fits(moved):
        return Ruling(False, f"{numbers}; the order may still be filling. Read again later, or look for the order")
    if not by_available and case.open_orders_before:
        return Ruling(False, f"{numbers}, but orders open before may have been filled instead. Look for the order")
    if not case.exclusive:
        return Ruling(False, f"{numbers}, but others may have traded. If nobody else can have, say exclusive=True")
    if _may_be_a_split(case, last, by_available):
        return Ruling(False, f"{numbers}, which a split also explains. Give the average prices, or look for the order")
    return Ruling(True, numbers, (_NOBODY_ELSE, _NO_OTHER_SPLIT))


def _may_be_a_split(case: Case, last: Step, by_available: bool) -> bool:
    pending_seen = by_available and any(
        step.closed == 0 and step.taken is not None and case.expected.fits(step.taken) for step in case.steps
    )
    prices_agree = last.average_price is not None and last.average_price == case.before.average_price
    moved = last.closed != 0 and looks_like_split(last.quantity, case.before.quantity)
    return moved and not pending_seen and not prices_agree


def _turned(one: Decimal | None, other: Decimal | None) -> bool:
    return one is not None and other is not None and one * other < 0


def _asked(case: Case) -> str:
    least, greatest = case.expected.least, case.expected.greatest
    return units(least) if least == greatest else f"{units(least)} to {units(greatest)}"
