"""What a call gave back, and what a close was resolved as, compared with the orders that were placed."""

from collections.abc import Iterator
from typing import Any

from brokerage_positions import CloseReport, OutcomeUnknown, Placed, Rejected, Resolution, StatusError, Unsettled

from ..broker import Order
from .calls import Attempt
from .sent import Sent


def of_attempt(attempt: Attempt, sent: list[Sent]) -> Iterator[str]:
    mine = [one for one in sent if one.asking is attempt.asking]
    orders = {order.id for one in mine for order in one.orders}
    if isinstance(attempt.raised, StatusError) and attempt.asking.kind in ("whole", "part", "all") and orders:
        yield f"{attempt.raised!r}, and orders {orders} were placed"
    if isinstance(attempt.raised, OutcomeUnknown) and attempt.raised.close_id not in attempt.ids:
        yield f"{attempt.raised!r} is in no journal"
    if isinstance(attempt.returned, CloseReport):
        yield from _of_report(attempt.returned, {order.id: order for one in mine for order in one.orders})
    elif attempt.returned is not None:
        told = {str(order.id) for order in getattr(attempt.returned, "data", [attempt.returned])}
        if told != orders:
            yield f"orders {told} were returned, and {orders} placed"
    for one in mine:
        if one.record.id in attempt.resolutions and one.in_time:
            yield from _of_resolution(attempt.resolutions[one.record.id], one)


def _of_report(report: CloseReport, orders: dict[str, Order]) -> Iterator[str]:
    told = set(report.order_ids)
    unsettled = {entry.symbol for entry in report if isinstance(entry, Unsettled)}
    unread = any(not isinstance(entry, Placed | Rejected | Unsettled) for entry in report)
    for entry in report:
        if isinstance(entry, Placed) and entry.order_id not in orders:
            yield f"{entry.symbol}: order {entry.order_id} was never placed"
        named = [order for order in orders.values() if _same(entry.symbol, order.asset.symbol)]
        if isinstance(entry, Rejected) and named:
            yield f"{entry.symbol}: said to be refused, and {named[0].id} was placed"
    for id, order in orders.items():
        settled = not any(_same(symbol, order.asset.symbol) for symbol in unsettled)
        if id not in told and settled and not unread:
            yield f"order {id} ({order.asset.symbol}) was placed, and the report does not say so"


def _of_resolution(resolution: Resolution, one: Sent) -> Iterator[str]:
    placed = {order.asset.symbol for order in one.orders}
    for verdict in resolution.verdicts:
        found = any(_same(verdict.symbol, symbol) for symbol in placed)
        if verdict.kind == "placed" and not found:
            yield f"{verdict.symbol} resolved as placed, and no order was: {verdict}"
        if verdict.kind == "not_placed" and found:
            yield f"{verdict.symbol} resolved as not placed, and an order was: {verdict}"
    if resolution.kind == "not_placed" and placed:
        yield f"resolved as not placed, and {placed} was"


def _same(one: Any, other: str) -> bool:
    return isinstance(one, str) and one.replace("/", "") == other.replace("/", "")
