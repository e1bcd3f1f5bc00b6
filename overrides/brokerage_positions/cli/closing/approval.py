"""Whether a plan may be executed.  In production a person reads it and types a word, or has approved its hash."""

import sys
from typing import Final

import click

from brokerage_positions.cli.closing.options import Approval
from brokerage_positions.cli.config.target import Target
from brokerage_positions.cli.exits import Exit
from brokerage_positions.cli.failures import CliError, ConfigurationError
from brokerage_positions.cli.screen import draw
from brokerage_positions.closing.plans import Plan

WORD: Final = "close"


def check(approval: Approval, production: bool, *, from_file: bool) -> None:
    """Refuse what can never be approved, before anything is asked of the broker."""
    if approval.expect is not None and not from_file:
        raise ConfigurationError(
            "--expect without --plan: a plan that is made now has a hash of its own",
            "Make it first: positions plan ... --out FILE; then: positions close --plan FILE --yes --expect HASH",
        )
    if not production:
        return
    if approval.yes and approval.expect is None:
        raise ConfigurationError(
            "in production --yes needs --plan FILE and --expect HASH", "Say which plan was approved, or leave out --yes"
        )
    if not approval.yes and not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise ConfigurationError(
            "a close in production asks, and nobody can be asked here",
            "positions plan ... --out FILE, let it be approved, then: positions close --plan FILE --yes --expect HASH",
        )


def approve(plan: Plan, target: Target, approval: Approval) -> None:
    """Return if the plan may be executed; raise if not."""
    if approval.expect is not None and approval.expect.strip().lower() != plan.digest:
        raise CliError(
            f"the plan's hash is {plan.digest}, and another was expected",
            Exit.REFUSED,
            money="Nothing was sent",
            todo="Read the plan: it is not the one that was approved",
        )
    if target.environment != "production" or approval.yes:
        return
    from brokerage_positions.cli.screen.plans import plan_table

    draw(plan_table(plan), stream=sys.stderr)
    click.echo(f"\nREAL MONEY: {target}. {_requests(plan)}", err=True)
    click.echo(f"Type {WORD} to send: ", nl=False, err=True)
    # Not input(): while that sets up its line editor, Ctrl-C is not heard.
    if sys.stdin.readline().strip() != WORD:
        raise CliError("not confirmed", Exit.REFUSED, money="Nothing was sent")


def _requests(plan: Plan) -> str:
    if plan.use_close_all:
        return "One request closes EVERY position, also one that is opened meanwhile."
    return (
        "1 order will be sent, once." if len(plan.lines) == 1 else f"{len(plan.lines)} orders will be sent, each once."
    )
