"""What the clients said, compared with what the broker did.  Every function gives sentences, one for each lie."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_DOWN, Decimal

from brokerage_positions import Record

from ..broker import Entry, Order, State, ordered
from .calls import Attempt
from .said import of_attempt
from .sent import Sent, by_close, tag
from .world import SETTLE, World


def lies(
    world: World,
    state: State,
    log: tuple[Entry, ...],
    attempts: Sequence[Attempt],
    records: Mapping[str, Record],
    settle: float = SETTLE,
) -> list[str]:
    """Everything that was told wrongly, or done twice."""
    sent = by_close(attempts, records, log, settle)
    # Whose positions others moved, or where this machine was too slow for what every verdict assumes.
    beyond = {one.asking.account for one in attempts if one.rivalled}
    beyond |= {one.asking.account for one in sent if not one.in_time}
    return [
        *_unannounced(sent, log),
        *_flipped(world, state, log, beyond),
        *_shared_connections(log),
        *(f"{one.record.id} ({one.asking}): {what}" for one in sent for what in _of_close(world, one, log, beyond)),
        *(f"{attempt.asking}: {what}" for attempt in attempts for what in of_attempt(attempt, sent)),
    ]


def _unannounced(sent: list[Sent], log: tuple[Entry, ...]) -> Iterator[str]:
    announced = {id(request) for one in sent for request in one.requests}
    for entry in log:
        if entry.method == "DELETE" and id(entry) not in announced:
            yield f"request {entry.number} {entry.target} ({tag(entry)}) is in no journal"


def _flipped(world: World, state: State, log: tuple[Entry, ...], beyond: set[str]) -> Iterator[str]:
    for account in world.accounts:
        if account.id in beyond:
            continue
        mine = [entry for entry in log if entry.account == account.id]
        for held in account.positions.values():
            change = ordered(mine, account.id, held.asset.symbol)
            left = held.quantity + change
            if left * held.quantity < 0 or abs(left) > abs(held.quantity):
                yield f"{account.id} {held.asset.symbol}: of {held.quantity} {change} was ordered"
            now = state.accounts[account.id].positions.get(held.asset.id)
            if now is not None and now.quantity * held.quantity < 0:
                yield f"{account.id} {held.asset.symbol}: {held.quantity} became {now.quantity}"


def _shared_connections(log: tuple[Entry, ...]) -> Iterator[str]:
    used: dict[int, int] = {}
    for entry in log:
        used[entry.connection] = used.get(entry.connection, 0) + 1
    for entry in log:
        if entry.method == "DELETE" and used[entry.connection] > 1:
            yield f"request {entry.number} {entry.target} shared its connection with others"


def _of_close(world: World, one: Sent, log: tuple[Entry, ...], beyond: set[str]) -> Iterator[str]:
    record, orders = one.record, one.orders
    limited = sum(request.status == 429 for request in one.requests)
    allowed = 1 + min(limited, 1) if one.asking.options.get("retry_rate_limited") else 1
    if len(one.requests) > allowed:
        yield f"sent {len(one.requests)} times"
    if one.asking.account not in beyond:
        yield from _wrong_size(world, one, log)
    if record.state in ("refused", "not_sent") and orders:
        yield f"said to be {record.state}, and {len(orders)} orders were placed"
    if record.state == "not_sent" and one.requests:
        yield "said not to be sent, and it arrived"
    if record.state == "accepted" and record.intent.what == "close" and len(orders) != 1:
        yield f"said to be accepted, and {len(orders)} orders were placed"
    if record.state == "open":
        yield "said to be in flight, and nobody awaits it"


def _wrong_size(world: World, one: Sent, log: tuple[Entry, ...]) -> Iterator[str]:
    for order in one.orders:
        before = _held_before(world, log, order)
        asked = one.asking.amount
        wanted = before.copy_abs()
        if asked is not None and asked.qty is not None:
            wanted = asked.qty
        elif asked is not None and asked.percentage is not None:
            wanted = (wanted * asked.percentage / 100).quantize(Decimal("1e-9"), ROUND_DOWN)
        if order.quantity != wanted or order.signed * before >= 0:
            yield f"{order.signed} {order.asset.symbol} of {before} was ordered where {wanted} was asked to be closed"
        if one.asking.symbol not in ("", order.asset.symbol):
            yield f"{one.asking.symbol} was asked for, and {order.asset.symbol} closed"
    if len({order.asset.id for order in one.orders}) != len(one.orders):
        yield f"one position closed by several orders: {one.orders}"


def _held_before(world: World, log: tuple[Entry, ...], order: Order) -> Decimal:
    """What was held when an order was placed, if all orders before it had filled by then."""
    earlier = (
        other.signed
        for entry in log
        for other in entry.placed
        if other.account == order.account and other.asset.id == order.asset.id and other.placed < order.placed
    )
    return world.held(order.account, order.asset.symbol) + sum(earlier, Decimal(0))
