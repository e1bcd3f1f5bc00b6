"""What is held, what goes wrong and what was asked, as HTML.  All that came from outside is escaped."""

from collections.abc import Iterable
from decimal import Decimal
from html import escape
from typing import Final

from ..desk import Desk
from ..log import Entry
from ..plan import Tally
from ..state import EXACT, Account, Order, Settings, available
from ..texts import number, timestamp

#: How many requests are shown, the newest first.
SHOWN: Final = 40


def now(desk: Desk) -> str:
    state = desk.state()
    accounts = "".join(account(each, state.settings) for each in state.accounts.values())
    return (
        f"<p>{timestamp(desk.clock.now())[:19]}Z, seed {desk.plan.seed}</p>{faults(desk.plan.tallies())}"
        f"<h2>Requests</h2>{requests(desk.log()[-SHOWN:])}<h2>Accounts</h2>{accounts}"
    )


def table(heads: Iterable[str], rows: Iterable[Iterable[str]], empty: str) -> str:
    """``heads`` that begin with ``#`` are of numbers.  Cells are HTML already."""
    names = [(head.lstrip("#"), ' class="n"' if head.startswith("#") else "") for head in heads]
    lines = [
        "<tr>" + "".join(f"<td{kind}>{cell}</td>" for (_, kind), cell in zip(names, row, strict=True)) + "</tr>"
        for row in rows
    ]
    if not lines:
        return f"<p>{empty}</p>"
    head = "".join(f"<th{kind}>{name}</th>" for name, kind in names)
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{"".join(lines)}</tbody></table></div>'


def faults(tallies: Iterable[Tally]) -> str:
    rows = [
        (
            f'<span class="fault">{escape(each.rule.fault.name)}</span>',
            escape(each.rule.method or "any"),
            f"<code>{escape(each.rule.path or '')}</code>",
            str(each.fitted),
            str(each.struck),
        )
        for each in tallies
    ]
    heads = ("fault", "method", "path", "#requests that fit", "#struck")
    return f"<h2>Planted faults</h2>{table(heads, rows, 'None.')}"


def requests(entries: Iterable[Entry]) -> str:
    rows = [
        (
            str(each.number),
            timestamp(each.time)[11:23],
            f"<code>{escape(f'{each.method} {each.target}') if each.method else 'no request'}</code>",
            "none" if each.status is None else str(each.status),
            f'<span class="fault">{escape(each.fault)}</span>',
            "<br>".join(map(placed, each.placed)),
            "<br>".join(map(escape, each.problems)),
        )
        for each in reversed(tuple(entries))
    ]
    heads = ("#", "time", "request", "#status", "fault", "placed", "not as documented")
    return table(("#number", *heads[1:]), rows, "None yet.")


def placed(order: Order) -> str:
    return escape(f"{order.side} {number(order.quantity)} {order.asset.symbol}")


def account(one: Account, settings: Settings) -> str:
    rows = [
        (
            escape(held.asset.symbol),
            number(held.quantity),
            number(available(one, held, settings)),
            number(held.price),
            number(EXACT.multiply(size := EXACT.multiply(held.quantity, held.asset.multiplier), held.price)),
            gain(EXACT.multiply(size, EXACT.subtract(held.price, held.average_price))),
        )
        for held in one.positions.values()
    ]
    heads = ("symbol", "#quantity", "#available", "#price", "#value", "#gain")
    broker = "Alpaca" if one.broker == "alpaca" else "Clear Street"
    return f"<h3>{broker} <code>{escape(one.id)}</code></h3>{table(heads, rows, 'Nothing is held.')}{orders(one)}"


def gain(amount: Decimal) -> str:
    return f'<span class="{"down" if amount < 0 else "up"}">{number(amount)}</span>'


def orders(one: Account) -> str:
    """Open ones, then the last that were done."""
    rows = [
        (
            escape(each.side),
            number(each.quantity),
            escape(each.asset.symbol),
            each.status if each.closing else f"{each.status}, the account's own",
            timestamp(each.changed)[11:19],
        )
        for each in (*one.working, *reversed(one.done[-5:]))
    ]
    return table(("order", "#quantity", "symbol", "status", "since"), rows, "No orders.")
