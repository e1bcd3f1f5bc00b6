"""``positions close-all``."""

import click

from brokerage_positions.cli.closing.options import Approval, approval_options, cancel_option, limit_options
from brokerage_positions.cli.config.target import Given, targets
from brokerage_positions.cli.options import json_option, target_options
from brokerage_positions.closing.limits import Limits


@click.command("close-all")
@click.option("--one-request", is_flag=True, help="One request, which also closes what is opened meanwhile.")
@cancel_option
@approval_options
@limit_options
@target_options()
@json_option
def command(
    given: Given, limits: Limits, approval: Approval, one_request: bool, cancel_orders: bool | None, as_json: bool
) -> None:
    """Close every position that the account holds now, with a request for each.

    A failure of one is reported and hides nothing of the others.  To approve in advance: 'positions plan --out FILE',
    then 'positions close --plan FILE --yes --expect HASH'.
    """
    from brokerage_positions.cli.closing import approval as approving
    from brokerage_positions.cli.closing.execution import execute
    from brokerage_positions.cli.closing.planning import made
    from brokerage_positions.cli.closing.session import opened
    from brokerage_positions.cli.screen import progress

    approving.check(approval, bool(given.production), from_file=False)
    (target,) = targets(given)
    with opened(given, target, approval) as session:
        with progress(f"Reading {target}"):
            plan = made(session.client, target, limits, None, None, None, cancel_orders, one_request=one_request)
        execute(session, plan, as_json=as_json)
