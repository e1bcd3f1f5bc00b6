"""Make a plan from what is held; execute it if that is still what is held."""

from collections.abc import Sequence
from decimal import Decimal

from brokerage_positions.amounts import ClosePositionRequest, segment, wire
from brokerage_positions.brokers.desk import Marked
from brokerage_positions.closing import plain
from brokerage_positions.closing.operations import Closer, close_all, close_position
from brokerage_positions.closing.outcome import OutcomeUnknown
from brokerage_positions.closing.plans import Limits, Plan, PlanLine
from brokerage_positions.closing.report import CloseReport, Entry, Placed, Rejected, Unreadable, Unsettled
from brokerage_positions.errors import CloseAccepted, NotFound, PlanRefused, PositionsError
from brokerage_positions.io import Operation
from brokerage_positions.symbols import asset


def plan_all(
    closer: Closer, limits: Limits, *, use_close_all: bool = False, cancel_orders: bool | None = None
) -> Operation[Plan]:
    """A plan for every position that the account holds now."""
    marked = yield from closer.desk.marked(closer.context)
    return _plan(closer, marked, None, limits, use_close_all, cancel_orders)


def plan_one(
    closer: Closer, symbol: str, amount: ClosePositionRequest | None, limits: Limits, cancel_orders: bool | None = None
) -> Operation[Plan]:
    """A plan for one position, whole or in part."""
    wanted = asset(segment(symbol)).names
    marked = yield from closer.desk.marked(closer.context)
    found = [one for one in marked if one.held.names & wanted]
    if not found:
        raise NotFound(f"the account holds no position in {symbol}", money="Nothing was sent")
    return _plan(closer, found, amount, limits, False, cancel_orders)


def _plan(
    closer: Closer,
    marked: Sequence[Marked],
    amount: ClosePositionRequest | None,
    limits: Limits,
    use_close_all: bool,
    cancel_orders: bool | None,
) -> Plan:
    desk = closer.desk
    lines: list[PlanLine] = []
    for one in marked:
        together = use_close_all
        request = (
            desk.close_all_request(cancel_orders)
            if together
            else desk.close_request(one.held.symbol, amount, cancel_orders)
        )
        said = plain.of_request(request)
        lines.append(
            PlanLine(
                one.held.symbol,
                one.held.names,
                one.held.quantity,
                one.value,
                amount,
                said["method"],
                said["target"],
                said["body"],
            )
        )
    plan = Plan(
        broker=desk.broker,
        account=desk.account,
        lines=tuple(lines),
        limits=limits,
        created_at=plain.now(),
        use_close_all=use_close_all,
        cancel_orders=cancel_orders,
    )
    _within_limits(plan, marked)
    return plan


def _within_limits(plan: Plan, marked: Sequence[Marked]) -> None:
    limits = plan.limits
    if limits.positions is not None and len(plan.lines) > limits.positions:
        raise PlanRefused(f"{len(plan.lines)} positions are more than the limit of {limits.positions}")
    if limits.notional is None:
        return
    unvalued = [one.held.symbol for one in marked if one.value is None]
    if unvalued:
        raise PlanRefused(f"a limit of notional is set, and the broker names no value of {', '.join(unvalued)}")
    total = sum((one.value for one in marked if one.value is not None), Decimal(0))
    if total > limits.notional:
        raise PlanRefused(f"a notional of {total} is more than the limit of {limits.notional}")


def execute(closer: Closer, plan: Plan) -> Operation[CloseReport]:
    """One close for each line of the plan, or the one request that closes all, if the plan says so."""
    _still_valid(closer, plan)
    marked = yield from closer.desk.marked(closer.context)
    _unmoved(plan, marked)
    closer.journal.consume_plan(plan.id)
    if plan.use_close_all:
        return (yield from close_all(closer, plan.cancel_orders))  # type: ignore[no-any-return]
    entries: list[Entry] = []
    for line in plan.lines:
        entries.append((yield from _close(closer, plan, line)))
    return CloseReport(entries)


def _still_valid(closer: Closer, plan: Plan) -> None:
    if plan.broker != closer.desk.broker:
        raise PlanRefused(f"the plan is one for {plan.broker}, not for {closer.desk.broker}")
    now = plain.now()
    if plan.is_from_the_future(now):
        raise PlanRefused(f"the plan is dated in the future ({plan.created_at.isoformat()}): look at the clocks")
    if plan.is_old(now):
        raise PlanRefused(f"the plan is older than {plan.limits.max_age:g} seconds: make a new one")
    for line in plan.lines:
        _says_what_it_sends(closer, plan, line)


def _says_what_it_sends(closer: Closer, plan: Plan, line: PlanLine) -> None:
    """Refuse a line whose text was changed in one place only: a person approved another request than would be sent."""
    if plan.use_close_all:
        request = closer.desk.close_all_request(plan.cancel_orders)
    else:
        request = closer.desk.close_request(line.symbol, line.amount, plan.cancel_orders)
    written = {"method": line.method, "target": line.target, "body": line.body}
    if plain.of_request(request) != written or not asset(line.symbol).names & line.names:
        raise PlanRefused(f"what the plan says of {line.symbol} is not the request that closes it: make a new plan")


def _unmoved(plan: Plan, marked: Sequence[Marked]) -> None:
    """Refuse if what is held is no longer what the plan was made from."""
    planned: list[Marked] = []
    for line in plan.lines:
        now = [one for one in marked if one.held.names & line.names]
        if len(now) != 1:
            raise PlanRefused(f"{line.symbol} is no longer held: make a new plan")
        quantity = now[0].held.quantity
        if quantity * line.quantity <= 0 or abs(quantity - line.quantity) > plan.limits.tolerance:
            what = f"{line.symbol} moved from {wire(line.quantity)} to {wire(quantity)}"
            raise PlanRefused(f"{what}, beyond the tolerance of {plan.limits.tolerance}: make a new plan")
        planned += now
    if plan.use_close_all and len(planned) != len(marked):
        opened = sorted({one.held.symbol for one in marked} - {one.held.symbol for one in planned})
        raise PlanRefused(f"{', '.join(opened)} was opened since, and one request would close it too: make a new plan")
    _within_limits(plan, planned)


def _close(closer: Closer, plan: Plan, line: PlanLine) -> Operation[Entry]:
    """One line as an entry of the report: a failure of one is no reason to leave the others unsaid."""
    symbol = line.symbol
    try:
        answer = yield from close_position(closer, symbol, line.amount, plan.cancel_orders)
    except OutcomeUnknown as error:
        return Unsettled(symbol, error)
    except CloseAccepted as error:
        raw = error.content.decode("utf-8", "replace")
        return Placed(symbol, error.entries[0]) if error.entries else Unreadable(symbol, raw, error.what)
    except PositionsError as error:
        status = error.status if error.method == "DELETE" else 0  # else it is of the read before
        return Rejected(symbol, status, error.code, error.message or error.what)
    orders = answer.data if hasattr(answer, "data") else [answer]
    return Placed(symbol, orders[0]) if orders else Unreadable(symbol, answer, "no order in the answer")
