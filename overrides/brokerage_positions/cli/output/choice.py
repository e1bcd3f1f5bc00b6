"""Positions in the form that was asked for."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from brokerage_positions.cli.config.target import Given
from brokerage_positions.cli.failures import ConfigurationError
from brokerage_positions.cli.output import documents, positions
from brokerage_positions.portfolio import Holdings


def output(
    found: Holdings,
    given: Given,
    *,
    as_json: bool,
    as_csv: bool,
    parquet: Path | None,
    wide: bool,
    unread: Sequence[dict[str, Any]] = (),
) -> None:
    """A table, JSON or CSV on stdout, or a Parquet file.  ``unread`` are accounts that could not be read."""
    if as_json + as_csv + (parquet is not None) > 1:
        raise ConfigurationError("--json, --csv and --parquet are one or the other", "Say one of them")
    if parquet is not None:
        positions.write_parquet(found, parquet)
    elif as_json:
        body = {
            "environment": given.environment,
            "positions": positions.plain(found),
            "totals": positions.totals(found),
            "unread": list(unread),
        }
        documents.write("positions", body)
    elif as_csv:
        positions.write_csv(found)
    else:
        from brokerage_positions.cli.screen.draw import draw
        from brokerage_positions.cli.screen.positions import LEAST, positions_table

        draw(positions_table(found), wide=wide, least=LEAST)
