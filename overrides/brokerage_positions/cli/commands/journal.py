"""``positions journal``."""

import csv
import json
import sys
from typing import TYPE_CHECKING

import click

from brokerage_positions.cli.config.target import Given, journal_path
from brokerage_positions.cli.failures import ConfigurationError
from brokerage_positions.cli.options import json_option, target_options, wide_option

if TYPE_CHECKING:
    from brokerage_positions.journal import State

#: As in the package; written here so that --help does not load the journal.
STATES = "open accepted refused not_sent unknown placed not_placed overridden".split()


@click.command("journal")
@click.argument("close_id", required=False, metavar="[CLOSE-ID]")
@click.option("--state", "states", multiple=True, type=click.Choice(STATES), help="Only in these states.")
@click.option("--plan-id", metavar="ID", help="Only of this plan.")
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="Only the last N.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV with a line of names.")
@target_options()
@wide_option
@json_option
def command(
    given: Given,
    close_id: str | None,
    states: "tuple[State, ...]",
    plan_id: str | None,
    last: int | None,
    as_csv: bool,
    wide: bool,
    as_json: bool,
) -> None:
    """Every close that was ever begun here and what became of it; or one, with all that is known of it.

    Each environment has a journal of its own: --production reads that of real money.
    """
    from brokerage_positions.cli.output import documents
    from brokerage_positions.cli.records import LEAST, find, opened, plain, records_table
    from brokerage_positions.cli.screen import draw

    if as_json and as_csv:
        raise ConfigurationError("--json and --csv are one or the other", "Say one of them")
    path = journal_path(given)
    with opened(path) as journal:
        if close_id is not None:
            found = [find(journal, close_id)]
        else:
            account = given.accounts[0] if given.accounts else None
            found = list(journal.records(broker=given.broker, account=account, states=states or None, plan_id=plan_id))[
                -(last or 0) :
            ]
    if as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        rows = [plain(record) for record in found]
        writer.writerow(_COLUMNS)
        writer.writerows([_text(row[name]) for name in _COLUMNS] for row in rows)
    elif as_json:
        documents.write("journal", {"journal": str(path), "closes": [plain(record) for record in found]})
    elif close_id is not None:
        from brokerage_positions.cli.screen.records import record_table

        draw(record_table(found[0]), wide=True)
    else:
        count = f"{len(found)} close{'' if len(found) == 1 else 's'}" if found else "no closes"
        draw(records_table(found, f"{count} in {path}"), wide=wide, least=LEAST)


_COLUMNS = (
    "id broker account what names asked plan_id created_at state in_flight unresolved detail updated_at given_up_at"
).split()


def _text(value: object) -> str:
    """A cell: text as it is, JSON for what has parts."""
    if value is None:
        return ""
    return str(value) if isinstance(value, str) or hasattr(value, "isoformat") else json.dumps(value)
