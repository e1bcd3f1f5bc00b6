"""``positions holdings``."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import click

from brokerage_positions.cli.config.target import Given, Target, targets
from brokerage_positions.cli.exits import Exit
from brokerage_positions.cli.failures import Ended, Told, told
from brokerage_positions.cli.options import table_options, target_options

#: So many accounts are read at once: enough to hide the waiting, few enough for a broker's limits.
_AT_ONCE = 8


@click.command("holdings")
@click.option("--currency", metavar="ISO", help="The accounts' own currency, where a broker does not tell it.")
@click.option("--in-usd", is_flag=True, help="In US dollars, by the amounts that the broker sent.")
@target_options(many=True)
@table_options
def command(
    given: Given,
    currency: str | None,
    in_usd: bool,
    as_json: bool,
    as_csv: bool,
    parquet: Path | None,
    wide: bool,
) -> None:
    """The positions of several accounts as one table, with a total for each currency.

    Name several profiles (-p one -p two, of either broker), or several accounts of one.  An account that cannot be read
    is named on stderr, is in no total, and makes the exit code that of a partial failure.
    """
    from brokerage_positions.cli.output.choice import output
    from brokerage_positions.cli.running import say
    from brokerage_positions.cli.screen import progress
    from brokerage_positions.portfolio import Holdings

    wanted = targets(given)
    with progress(f"Reading {len(wanted)} accounts"), ThreadPoolExecutor(_AT_ONCE) as pool:
        answers = list(pool.map(partial(_read, currency=currency), wanted))
    found, unread = Holdings(), list[dict[str, Any]]()
    for target, answer in zip(wanted, answers, strict=True):
        if isinstance(answer, Told):
            unread.append({"broker": target.broker, "account": target.account, "error": answer.plain()})
            say(answer)
        else:
            found += answer
    if unread and not found and len(unread) == len(wanted):
        if as_json:
            output(found, given, as_json=True, as_csv=False, parquet=None, wide=False, unread=unread)
        raise Ended(Exit.FAILED)
    shown = found.in_usd() if in_usd else found
    output(shown, given, as_json=as_json, as_csv=as_csv, parquet=parquet, wide=wide, unread=unread)
    if unread:
        raise Ended(Exit.PARTIAL)


def _read(target: Target, *, currency: str | None) -> Any:
    """The holdings of one account, or why there are none; a failure of one account must not cost the others."""
    from brokerage_positions.cli.connecting import connect

    try:
        with connect(target) as client:
            return client.holdings(target.account, currency=currency or target.currency)
    except Exception as error:
        error.add_note(f"Account: {target}")
        return told(error)
