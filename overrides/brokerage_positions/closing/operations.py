"""Close one position, close all: read what is held, then send once."""

from collections.abc import Callable, Sequence
from typing import Any

from attrs import frozen

from brokerage_positions.amounts import ClosePositionRequest, segment, wire
from brokerage_positions.asking import Context
from brokerage_positions.brokers.desk import Desk, Readable
from brokerage_positions.closing import plain
from brokerage_positions.closing.once import Once, send_once
from brokerage_positions.evidence import Held, to_plain
from brokerage_positions.io import Operation, Received
from brokerage_positions.journal import Intent, Journal
from brokerage_positions.symbols import Asset, asset


@frozen
class Closer:
    """What every close of a client shares: the account's desk, the journal, and how an unknown outcome is resolved."""

    desk: Desk
    journal: Journal
    context: Context
    resolve: Callable[..., Any]
    plan_id: str | None = None


def close_position(
    closer: Closer, symbol: str, amount: ClosePositionRequest | None, cancel_orders: bool | None = None
) -> Operation[Any]:
    """Close one position: whole (``amount=None``) or in part."""
    desk, options = closer.desk, closer.context.options
    request = desk.close_request(segment(symbol), amount, cancel_orders)
    held: Held | None = None
    if options.read_before:
        held = yield from desk.find(symbol, closer.context)
        if not options.more_than_held:
            _refuse_more_than_held(amount, held)
    known = asset(symbol).names | (held.names if held else frozenset[str]())
    intent = Intent(
        broker=desk.broker,
        account=desk.account,
        what="close",
        asset=Asset(known),
        request=plain.of_request(request),
        asked=plain.of_asked(amount, cancel_orders),
        before=None if held is None else {"positions": [to_plain(held)]},
        plan_id=closer.plan_id,
    )
    unchanged = _unchanged(closer, symbol, held) if amount is None and held and options.retry_rate_limited else None
    once = Once(intent, closer.journal, closer.context, desk.read_close, closer.resolve, unchanged)
    return (yield from send_once(once, request))


def close_all(closer: Closer, cancel_orders: bool | None = None) -> Operation[Any]:
    """Close every position of the account, also one that was opened since anybody looked."""
    desk = closer.desk
    request = desk.close_all_request(cancel_orders)
    held: Sequence[Held] | None = None
    if closer.context.options.read_before:
        held = yield from desk.held(closer.context)
    intent = Intent(
        broker=desk.broker,
        account=desk.account,
        what="close_all",
        asset=None,
        request=plain.of_request(request),
        asked=plain.of_asked(None, cancel_orders),
        before=None if held is None else {"positions": [to_plain(one) for one in held]},
        plan_id=closer.plan_id,
    )

    def read(answer: Received) -> Readable:
        return desk.read_close_all(answer, held)

    return (yield from send_once(Once(intent, closer.journal, closer.context, read, closer.resolve), request))


def _refuse_more_than_held(amount: ClosePositionRequest | None, held: Held) -> None:
    if amount is not None and amount.qty is not None and amount.qty > abs(held.quantity):
        raise ValueError(
            f"qty {wire(amount.qty)} is more than the {wire(abs(held.quantity))} held: it would open a"
            " position the other way. Nothing was sent. Options(more_than_held=True) lets it through"
        )


def _unchanged(closer: Closer, symbol: str, held: Held) -> Callable[[], Operation[bool]]:
    def again() -> Operation[bool]:
        return (yield from closer.desk.find(symbol, closer.context)) == held

    return again
