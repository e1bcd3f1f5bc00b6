"""A plan as a table: what is held, how much of it is closed, and what it is worth."""

from brokerage_positions.amounts import wire
from brokerage_positions.cli.screen.draw import column
from brokerage_positions.closing.plans import Plan, PlanLine
from brokerage_positions.portfolio.show.numbers import plain, visible
from brokerage_positions.portfolio.show.table import Table


def plan_table(plan: Plan) -> Table:
    """A line a position, and the whole value below; its caption says which account, and how many requests."""
    lines = plan.lines
    requests = "1 request that closes ALL positions" if plan.use_close_all else _requests(len(lines))
    columns = (
        column("Symbol", [*(visible(line.symbol) for line in lines), "Total"]),
        column("Side", [*(line.side for line in lines), ""]),
        column("Held", [*(plain(line.quantity) for line in lines), ""], numeric=True),
        column("Close", [*map(_share, lines), ""]),
        column("Held value", [*(plain(line.notional, 2) for line in lines), plain(plan.notional, 2)], numeric=True),
    )
    orders = {True: "; open orders are cancelled first", False: "; open orders are kept", None: ""}[plan.cancel_orders]
    made = f"made {plan.created_at:%Y-%m-%d %H:%M:%S} UTC, holds for {plan.limits.max_age:g} s"
    caption = f"Plan for {plan.broker}, account {plan.account}: {requests}{orders}"
    return Table(visible(caption), columns if lines else (), 1, (made,) if lines else ("There is nothing to close.",))


def _share(line: PlanLine) -> str:
    if line.amount is None:
        return "whole"
    if line.amount.qty is not None:
        return wire(line.amount.qty)
    return "whole" if line.amount.percentage is None else f"{wire(line.amount.percentage)} %"


def _requests(count: int) -> str:
    return f"{count} request{'' if count == 1 else 's'}"
