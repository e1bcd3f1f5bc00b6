"""What can be checked without a broker: versions, configuration, the journal."""

import os
import platform
import sqlite3
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from brokerage_positions import __version__
from brokerage_positions.cli.commands.doctor.check import Check
from brokerage_positions.cli.config import profiles
from brokerage_positions.cli.config.target import Given, Target, config_path, journal_path
from brokerage_positions.journal import Journal

_LIBRARIES: Final = ("httpx", "attrs", "click", "rich", "pyarrow", "keyring")


def versions() -> Iterator[Check]:
    """Of this package, of Python and SQLite, and of the libraries that matter."""
    yield Check("versions", "ok", f"brokerage-positions {__version__}, Python {platform.python_version()}, {_sqlite()}")
    yield Check("libraries", "ok", ", ".join(map(_version, _LIBRARIES)))


def _sqlite() -> str:
    return f"SQLite {sqlite3.sqlite_version}"


def _version(library: str) -> str:
    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:
        return f"{library} not installed"


def configuration(given: Given, target: Target) -> Iterator[Check]:
    """Which file, profile, account and key are meant."""
    path = config_path(given) or profiles.default_config()
    named = f"profile {target.profile}" if target.profile else "no profile"
    yield Check("configuration", "ok", f"{path if path.exists() else f'no file at {path}'}, {named}")
    yield Check("account", "ok", f"{target.broker}, {target.account or 'none named'}, {target.environment}")
    yield Check("key", "ok", f"from {target.keys.source}")


def journal(given: Given) -> Iterator[Check]:
    """Whether closes can be written down, and which are unresolved."""
    path = journal_path(given)
    if not path.exists():
        folder = next(one for one in path.parents if one.exists())
        if not os.access(folder, os.W_OK | os.X_OK):
            yield Check("journal", "failed", f"{folder} cannot be written", "Name another with --journal")
        else:
            yield Check("journal", "ok", f"{path} will be made by the first close")
        return
    with Journal(path) as opened:
        # Opening it wrote nothing yet; this takes the lock that a close takes, and lets it go.
        connection = sqlite3.connect(path, timeout=5.0, isolation_level=None)
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        finally:
            connection.close()
        lost = opened.unresolved()
    yield Check("journal", "ok", f"{path} can be written")
    if lost:
        ids = ", ".join(record.id for record in lost)
        yield Check("unresolved closes", "warning", ids, f"positions resolve{given.again()} --all")
