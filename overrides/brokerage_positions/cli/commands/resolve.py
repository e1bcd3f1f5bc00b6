"""``positions resolve``."""

import click

from brokerage_positions.cli.config.target import Given
from brokerage_positions.cli.options import json_option, target_options

#: As in the package; written here so that --help does not load the evidence.
SETTLE = 60.0


@click.command("resolve")
@click.argument("close_ids", nargs=-1, metavar="[CLOSE-ID]...")
@click.option("--all", "every", is_flag=True, help="Every unresolved close (of --broker and --account, if named).")
@click.option("--exclusive", is_flag=True, help="Your word that nothing else trades the account.")
@click.option(
    "--settle",
    type=click.FloatRange(min=0),
    default=SETTLE,
    show_default=True,
    metavar="SECONDS",
    help="How long a request that was given up may still act.",
)
@click.option(
    "--fills-within",
    type=click.FloatRange(min=0),
    metavar="SECONDS",
    help="Your word for how long an accepted order takes to fill.",
)
@click.option("--wait/--no-wait", default=True, help="Read until the settling time is over, or once.")
@target_options()
@json_option
def command(
    given: Given,
    close_ids: tuple[str, ...],
    every: bool,
    exclusive: bool,
    settle: float,
    fills_within: float | None,
    wait: bool,
    as_json: bool,
) -> None:
    """Closes whose outcome is unknown.  Without CLOSE-ID and --all: list them.

    With: read the account again and judge by evidence whether each order was placed.  A verdict is written to the
    journal; nothing is sent that could move money.  An id may be cut short.  Without --exclusive and the like, evidence
    may not suffice; the verdict says what would settle it.  The exit code is 4 as long as any is unknown.
    """
    from brokerage_positions.cli.resolving import Question, list_unresolved, resolve

    if not close_ids and not every:
        list_unresolved(given, as_json=as_json)
        return
    question = Question(exclusive=exclusive, settle=settle, fills_within=fills_within, wait=wait)
    resolve(given, close_ids, question, every=every, as_json=as_json)
