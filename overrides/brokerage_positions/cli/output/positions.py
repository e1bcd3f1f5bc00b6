"""Positions as JSON and CSV, with the columns that the package's frames have."""

import csv
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from attrs import asdict

from brokerage_positions.portfolio import Holdings
from brokerage_positions.portfolio.frames.columns import COLUMNS, values


def plain(holdings: Holdings) -> list[dict[str, Any]]:
    """A mapping for each holding, with every column; what the broker did not tell is None."""
    columns = [values(holdings, name) for name in COLUMNS]
    return [dict(zip(COLUMNS, row, strict=True)) for row in zip(*columns, strict=True)]


def totals(holdings: Holdings) -> list[dict[str, Any]]:
    """The sums of each currency."""
    return [asdict(total) for total in holdings.totals().values()]


def write_csv(holdings: Holdings) -> None:
    """Print CSV (RFC 4180, but for its line ends) on stdout; an empty cell is what the broker did not tell."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in plain(holdings):
        writer.writerow([format(value, "f") if isinstance(value, Decimal) else value for value in row.values()])


def write_parquet(holdings: Holdings, path: Path) -> None:
    """Write a Parquet file, which is whole or not there: it takes its name when it is."""
    scratch = path.with_name(f".{path.name}.part")
    try:
        holdings.to_parquet(scratch)
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)
