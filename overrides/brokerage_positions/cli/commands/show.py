"""``positions show``."""

import click

from brokerage_positions.cli.config.target import Given, targets
from brokerage_positions.cli.exits import Exit
from brokerage_positions.cli.failures import CliError
from brokerage_positions.cli.options import json_option, target_options


@click.command("show")
@click.argument("symbol")
@target_options()
@json_option
def command(given: Given, symbol: str, as_json: bool) -> None:
    """One position, by SYMBOL or the broker's id of it, with all that the broker tells of it."""
    from brokerage_positions.cli.connecting import connect
    from brokerage_positions.cli.screen import progress
    from brokerage_positions.portfolio import Holdings
    from brokerage_positions.symbols import asset

    (target,) = targets(given)
    with connect(target) as client, progress(f"Reading {target}"):
        found = client.holdings(target.account, currency=target.currency)
    wanted = asset(symbol).names
    for one in found:
        source = one.source.to_dict()
        ids = [source[name] for name in ("asset_id", "instrument_id") if isinstance(source.get(name), str)]
        if not asset(one.symbol, *ids).names & wanted:
            continue
        if as_json:
            from brokerage_positions.cli.output import documents, positions

            body = {"environment": target.environment, "position": positions.plain(Holdings([one]))[0]}
            documents.write("position", {**body, "source": source})
        else:
            from brokerage_positions.cli.screen.draw import draw
            from brokerage_positions.cli.screen.positions import fields_table

            draw(fields_table(one, source), wide=True)
        return
    held = ", ".join(one.symbol for one in found) or "nothing"
    raise CliError(
        f"the account holds no position in {symbol}", Exit.FAILED, money="No money moved", todo=f"It holds: {held}"
    )
