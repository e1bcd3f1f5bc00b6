"""Do the orders that the caller found show that the close was placed?

An order is a candidate if it is of the asset and was created since the close was asked, by the broker's clock,
which may be :data:`CLOCK_SKEW` behind ours.  A single candidate of the closing side and the expected
quantity is the close, if nobody else trades the account: another trader's order may look the same.
"""

from datetime import timedelta
from typing import Final

from .case import Case, Ruling, earlier
from .identity import may_be
from .values import OrderSeen

#: How far the broker's clock and ours may be apart.
CLOCK_SKEW: Final = timedelta(seconds=5)


def candidates(case: Case) -> tuple[OrderSeen, ...]:
    """Every order handed in that may be the close, or that shows somebody else at work on the asset."""
    since = earlier(case.asked_at, CLOCK_SKEW)
    orders = case.evidence.orders if case.evidence else ()
    # The pages of a list may overlap: an order told twice is one.
    return tuple(
        order for order in dict.fromkeys(orders) if order.created_at >= since and may_be(case.before.names, order.names)
    )


def shows_the_order(case: Case) -> Ruling:
    found = candidates(case)
    ids = tuple(order.id for order in found)
    if len(found) != 1:
        how_many = f"{len(found)} orders" if found else "no order"
        return Ruling(False, f"{how_many} of the asset found since the close was asked, where one is needed", (), ids)
    order = found[0]
    misfit = _misfit(case, order)
    if misfit:
        return Ruling(False, f"the only order found, {order.id}, is not this close for certain: {misfit}", (), ids)
    assumptions = (
        "nobody else traded the account and no other request of yours placed this order (exclusive=True)",
        f"the broker's clock and this machine's are at most {CLOCK_SKEW.total_seconds():g} s apart",
    )
    return Ruling(True, f"order {order.id} is of the asset, side and quantity that were asked", assumptions, ids)


def _misfit(case: Case, order: OrderSeen) -> str | None:
    late = case.seconds_after_giving_up(earlier(order.created_at, CLOCK_SKEW))
    if not case.before.names & order.names:
        return "it names the asset in another way than the position does"
    if order.side != ("sell" if case.before.quantity > 0 else "buy"):
        return f"it is to {order.side}, which does not close the position"
    if order.quantity is None or not case.expected.fits(abs(order.quantity)):
        return "its quantity is not the one that was asked"
    if late is not None and late > case.settle:
        return "it was created after the time in which a request given up may still act"
    if not case.exclusive:
        return "others may trade the account. If nobody else can have placed it, say so with exclusive=True"
    return None
