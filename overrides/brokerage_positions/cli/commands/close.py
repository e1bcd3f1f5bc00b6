"""``positions close``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from brokerage_positions.cli.closing.options import (
    Approval,
    amount_options,
    approval_options,
    cancel_option,
    limit_options,
    plan_file,
)
from brokerage_positions.cli.config.target import Given, Target, targets
from brokerage_positions.cli.failures import ConfigurationError
from brokerage_positions.cli.options import json_option, target_options
from brokerage_positions.closing.limits import Limits

if TYPE_CHECKING:
    from brokerage_positions.closing.plans import Plan


@click.command("close")
@click.argument("symbol", required=False)
@amount_options[0]
@amount_options[1]
@cancel_option
@click.option("--plan", "file", type=plan_file, metavar="FILE", help="Execute this plan, and nothing else.")
@approval_options
@limit_options
@target_options()
@json_option
def command(
    given: Given,
    limits: Limits,
    approval: Approval,
    symbol: str | None,
    qty: str | None,
    percentage: str | None,
    cancel_orders: bool | None,
    file: Path | None,
    as_json: bool,
) -> None:
    """Close the position in SYMBOL: all of it, or --qty or --percentage of it.  Or execute a plan: --plan FILE.

    It is written to the journal and sent once.  In production the plan is shown and asked about, or approved in advance
    by its hash: --plan FILE --yes --expect HASH.
    """
    from brokerage_positions.cli.closing import approval as approving
    from brokerage_positions.cli.closing.execution import execute
    from brokerage_positions.cli.closing.planning import check_account, load, made
    from brokerage_positions.cli.closing.session import opened
    from brokerage_positions.cli.screen import progress

    if (symbol is None) == (file is None):
        raise ConfigurationError("a close is of one SYMBOL or of one --plan", "Name one; for all: positions close-all")
    if file is not None and not (qty is None and percentage is None and cancel_orders is None):
        raise ConfigurationError(
            "a plan says itself how much is closed", "Leave out --qty, --percentage, --cancel-orders"
        )
    approving.check(approval, bool(given.production), from_file=file is not None)
    plan: Plan | None = None
    if file is None:
        (target,) = targets(given)
    else:
        plan = load(file)
        target = _of_plan(given, plan)
        check_account(plan, target)
    with opened(given, target, approval) as session:
        if plan is None:
            with progress(f"Reading {target}"):
                plan = made(session.client, target, limits, symbol, qty, percentage, cancel_orders)
        execute(session, plan, as_json=as_json)


def _of_plan(given: Given, plan: "Plan") -> Target:
    if given.broker not in (None, plan.broker):
        raise ConfigurationError(f"the plan is for {plan.broker}, and {given.broker} is named", "Leave out --broker")
    (target,) = targets(given, broker=plan.broker, account=False)
    return target if target.account else evolve(target, account=plan.account)
