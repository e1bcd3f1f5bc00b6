"""``positions list``."""

from pathlib import Path

import click

from brokerage_positions.cli.config.target import Given, targets
from brokerage_positions.cli.options import table_options, target_options


@click.command("list")
@target_options()
@table_options
def command(given: Given, as_json: bool, as_csv: bool, parquet: Path | None, wide: bool) -> None:
    """The positions of one account, with exact amounts and totals."""
    from brokerage_positions.cli.connecting import connect
    from brokerage_positions.cli.output.choice import output
    from brokerage_positions.cli.screen import progress

    (target,) = targets(given)
    with connect(target) as client, progress(f"Reading {target}"):
        found = client.holdings(target.account, currency=target.currency)
    output(found, given, as_json=as_json, as_csv=as_csv, parquet=parquet, wide=wide)
