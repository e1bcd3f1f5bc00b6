"""Do the reads show that the close was not placed?

Nothing happened to the position for long enough, nobody else can have undone what happened, and it would have
been seen: in the available quantity, in the quantity after a fill, or in the list of all orders.
"""

from .case import Case, Ruling, seconds
from .course import looks_like_split
from .orders import candidates


def watch_for(*, settle: float, fills_within: float | None, available_shows_orders: bool, cancel_orders: bool) -> float:
    """Seconds after giving up at which the last read must be asked for, or later, to show an absence."""
    if available_shows_orders and not cancel_orders:
        return settle
    return settle + (fills_within or 0.0)


def shows_the_absence(case: Case) -> Ruling:
    """Judged by the steps of the case, of which every one must show the position as it was before."""
    if found := candidates(case):
        ids = tuple(order.id for order in found)
        return Ruling(False, f"order {', '.join(ids)} was found since the close was asked and may be it", (), ids)
    if len(case.afterwards) < 2 or case.seconds_watched < case.settle:
        return Ruling(
            False,
            f"nothing has changed so far; a close given up may act for {seconds(case.settle)}, of which"
            f" {seconds(case.seconds_watched)} were watched by {len(case.afterwards)} reads, and two are needed. Read"
            " again after that time",
        )
    if _list_is_late_and_complete(case):
        return Ruling(
            True,
            f"nothing changed in {seconds(case.seconds_watched)}, and no order was found",
            ("the orders handed in are all orders of the account, in any state, since the close was asked", _SETTLED),
        )
    nothing_changed = f"nothing changed in {seconds(case.seconds_watched)}, but"
    if not case.exclusive:
        return Ruling(
            False,
            f"{nothing_changed} others may have traded the close away. If nobody else can have, say exclusive=True;"
            " or give all orders since the close was asked, listed after that time",
        )
    if _split_may_hide(case):
        return Ruling(False, f"{nothing_changed} a split may hide a close of this size. Give the average prices")
    if not case.expected.least:
        return Ruling(False, f"{nothing_changed} so small a part may be rounded to nothing. Look for the order")
    return _would_have_shown(case, nothing_changed)


_SETTLED = "a request given up acts within the settling time or not at all"


def _would_have_shown(case: Case, nothing_changed: str) -> Ruling:
    found_unchanged = f"nothing changed in {seconds(case.seconds_watched)}, and"
    exclusive = "nobody else traded the account, and no order open before was filled (exclusive=True)"
    if case.watches_available and _has_room(case):
        lowers = "an accepted order lowers the available quantity within the settling time"
        return Ruling(True, f"{found_unchanged} an open order would show", (_SETTLED, lowers, exclusive))
    if case.fills_within is None:
        return Ruling(
            False,
            f"{nothing_changed} nothing says that a close which waits to be filled would show. Give all orders since"
            " the close was asked, listed after that time; or fills_within, if the market is open and fills it by then",
        )
    needed = case.settle + case.fills_within
    if case.seconds_watched < needed:
        return Ruling(
            False, f"{nothing_changed} the close may be filled until {seconds(needed)}. Read again after that"
        )
    fills = f"an accepted order is filled within {seconds(case.fills_within)} (fills_within)"
    return Ruling(True, f"{found_unchanged} a filled order would show", (_SETTLED, fills, exclusive))


def _has_room(case: Case) -> bool:
    """Whether the close would lower the available quantity: it holds enough of it, and agrees with the quantity."""
    available = case.before.available
    return available is not None and 0 < case.expected.greatest <= abs(available) <= abs(case.before.quantity)


def _list_is_late_and_complete(case: Case) -> bool:
    """A list asked for while the request could still act shows nothing: the order may have come after it."""
    if case.evidence is None or not case.evidence.complete or case.evidence.listed_at is None:
        return False
    listed = case.seconds_after_giving_up(case.evidence.listed_at)
    return listed is not None and listed >= case.settle


def _split_may_hide(case: Case) -> bool:
    """Whether a close and a split, one after the other, could leave the quantity as it was."""
    price = case.before.average_price
    if price is not None and all(step.average_price == price for step in case.steps):
        return False
    held = abs(case.before.quantity)
    sizes = (case.expected.least, case.expected.greatest)
    after_a_fill = any(looks_like_split(held - size, held) for size in sizes)
    # A close by quantity does not grow with the position: 100, split to 200, less 100.
    by_quantity = case.asked.amount is not None and case.asked.amount.qty is not None
    return after_a_fill or (by_quantity and any(looks_like_split(held, held + size) for size in sizes))
