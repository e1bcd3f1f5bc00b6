"""What a close did, position by position, and the exit code that says it."""

from collections.abc import Mapping, Sequence
from typing import Any

from brokerage_positions.amounts import wire
from brokerage_positions.cli.closing.session import Session
from brokerage_positions.cli.exits import Exit
from brokerage_positions.closing.plans import Plan
from brokerage_positions.closing.report import (
    CloseReport,
    Entry,
    EntryFailed,
    Placed,
    Rejected,
    Unmentioned,
    Unreadable,
    Unsettled,
)

#: Position -> the closes in the journal that are in its way.
Blocked = Mapping[str, Sequence[str]]


def outcome(report: Sequence[Entry], blocked: Blocked) -> Exit:
    """What a script is told: unknown weighs more than partial, partial more than refused."""
    if any(_unknown(entry) for entry in report):
        return Exit.UNKNOWN
    placed = sum(isinstance(entry, Placed) for entry in report)
    if placed == len(report):
        return Exit.SUCCESS
    if placed:
        return Exit.PARTIAL
    unsent = all(isinstance(entry, Rejected) and not entry.status for entry in report)
    return Exit.FAILED if unsent and not blocked else Exit.REFUSED


def _unknown(entry: Entry) -> bool:
    return isinstance(entry, Unsettled | Unreadable | Unmentioned) or (
        isinstance(entry, Rejected) and entry.status >= 500
    )


def show(report: CloseReport, blocked: Blocked, plan: Plan, session: Session, *, as_json: bool) -> None:
    """Print the report."""
    if as_json:
        from brokerage_positions.cli.output.documents import write

        write("closed", _document(report, blocked, plan, session))
        return
    from brokerage_positions.cli.screen.draw import column, draw
    from brokerage_positions.portfolio.show.numbers import visible
    from brokerage_positions.portfolio.show.table import Cell, Table

    def cell(entry: Entry) -> Cell:
        return Cell(_word(entry), "gain" if isinstance(entry, Placed) else "loss")

    caption = f"{session.target}: {_counts(report)}"
    columns = (
        column("Symbol", [visible(entry.symbol or "?") for entry in report]),
        column("Result", [cell(entry) for entry in report]),
        column("Order", [_ordered(entry) for entry in report]),
        column("Id", [_id(entry) for entry in report]),
        column("What", [visible(_why(entry)) for entry in report]),
    )
    draw(Table(visible(caption), columns, 0, tuple(_advice(report, blocked, session.given.again()))), wide=True)


def _document(report: CloseReport, blocked: Blocked, plan: Plan, session: Session) -> dict[str, Any]:
    return {
        "environment": session.target.environment,
        "broker": plan.broker,
        "account": plan.account,
        "plan_id": plan.id,
        "digest": plan.digest,
        "outcome": outcome(report, blocked).name.lower(),
        "entries": [_plain(entry, blocked) for entry in report],
    }


def _plain(entry: Entry, blocked: Blocked) -> dict[str, Any]:
    said: dict[str, Any] = {"symbol": entry.symbol, "result": type(entry).__name__.lower(), "what": _why(entry)}
    if isinstance(entry, Placed | Unreadable):
        said["order_id"] = entry.order_id
    if isinstance(entry, Unsettled):
        said["close_id"] = getattr(entry.error, "close_id", None)
    if isinstance(entry, Rejected):
        said |= {"status": entry.status, "code": entry.code, "message": entry.message}
        said |= {"available": entry.available, "existing_qty": entry.existing_qty}
        said |= {"held_for_orders": entry.held_for_orders, "blocked_by": list(blocked.get(entry.symbol, ()))}
    return said


def _word(entry: Entry) -> str:
    match entry:
        case Placed():
            return "accepted"
        case Rejected() if not entry.status:
            return "not sent"
        case Rejected() if entry.status < 500:
            return "refused"
        case _:
            return "UNKNOWN"


def _why(entry: Entry) -> str:
    if isinstance(entry, Placed):
        return f"the order is {getattr(entry.order, 'status', 'placed')}"
    failed = EntryFailed(entry)
    return f"{failed.what}. {failed.money}"


def _ordered(entry: Entry) -> str:
    """The side and size of an order; the two brokers name its size differently."""
    if not isinstance(entry, Placed):
        return ""
    size = next((found for name in ("qty", "quantity") if (found := getattr(entry.order, name, None))), None)
    try:
        return f"{getattr(entry.order, 'side', '')} {wire(size) if size is not None else ''}".strip().lower()
    except (AttributeError, TypeError, ValueError):  # what is told of it is no amount
        return str(getattr(entry.order, "side", "")).lower()


def _id(entry: Entry) -> str:
    if isinstance(entry, Unsettled):
        return f"close {getattr(entry.error, 'close_id', '?')}"
    order_id = getattr(entry, "order_id", None)
    return f"order {order_id}" if order_id else ""


def _counts(report: Sequence[Entry]) -> str:
    if not report:
        return "the account holds no position; nothing was sent"
    words = [_word(entry) for entry in report]
    return ", ".join(f"{words.count(word)} {word}" for word in dict.fromkeys(words))


def _advice(report: Sequence[Entry], blocked: Blocked, again: str) -> list[str]:
    """What to do about those that are not certain."""
    lost = [str(getattr(entry.error, "close_id", "")) for entry in report if isinstance(entry, Unsettled)]
    lines: list[str] = []
    if lost:
        lines.append(f"Do not send again what is UNKNOWN. Judge by evidence: positions resolve{again} {' '.join(lost)}")
    lines += [f"In the way of {symbol}: positions resolve{again} {' '.join(ids)}" for symbol, ids in blocked.items()]
    if any(_unknown(entry) and not isinstance(entry, Unsettled) for entry in report):
        lines.append("Of other UNKNOWN ones read the account's orders at the broker before anything is sent again.")
    return lines
