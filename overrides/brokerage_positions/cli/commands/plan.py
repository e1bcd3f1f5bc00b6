"""``positions plan``."""

from pathlib import Path

import click

from brokerage_positions.cli.closing.options import amount_options, cancel_option, limit_options, plan_file
from brokerage_positions.cli.config.target import Given, targets
from brokerage_positions.cli.options import json_option, target_options
from brokerage_positions.closing.limits import Limits


@click.command("plan")
@click.argument("symbol", required=False)
@amount_options[0]
@amount_options[1]
@click.option("--one-request", is_flag=True, help="Of all: one request, which closes what is opened meanwhile, too.")
@cancel_option
@click.option("--out", type=plan_file, metavar="FILE", help="Write the plan; its hash is the file's SHA-256.")
@limit_options
@target_options()
@json_option
def command(
    given: Given,
    limits: Limits,
    symbol: str | None,
    qty: str | None,
    percentage: str | None,
    one_request: bool,
    cancel_orders: bool | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """What closing SYMBOL, or without it every position, would send.  Nothing is closed.

    The last line is the plan's hash: 'positions close --plan FILE --yes --expect HASH' executes that plan and no other.
    """
    from brokerage_positions.cli.closing.planning import made, save
    from brokerage_positions.cli.connecting import connect
    from brokerage_positions.cli.screen import draw, progress
    from brokerage_positions.cli.screen.plans import plan_table

    (target,) = targets(given)
    with connect(target) as client, progress(f"Reading {target}"):
        plan = made(client, target, limits, symbol, qty, percentage, cancel_orders, one_request=one_request)
    if out is not None:
        save(plan, out)
    if as_json:
        import json

        from brokerage_positions.cli.output.documents import write

        said = {"environment": target.environment, "digest": plan.digest, "plan": json.loads(plan.to_json())}
        write("plan", said)
        return
    draw(plan_table(plan))
    click.echo(plan.digest)
