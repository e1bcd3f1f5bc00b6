"""Where files lie when nobody says otherwise (XDG base directories)."""

import os
from pathlib import Path
from typing import Final

_NAME: Final = "brokerage-positions"


def _home(variable: str, otherwise: str) -> Path:
    """A directory of XDG; one that is not absolute is to be ignored, says its specification."""
    given = Path(os.environ.get(variable, ""))
    return (given if given.is_absolute() else Path.home() / otherwise) / _NAME


def config_file() -> Path:
    """``$XDG_CONFIG_HOME/brokerage-positions/config.toml``, usually below ``~/.config``."""
    return _home("XDG_CONFIG_HOME", ".config") / "config.toml"


def journal_file(environment: str) -> Path:
    """``$XDG_STATE_HOME/brokerage-positions/closes-<environment>.db``, usually below ``~/.local/state``.

    One for each environment: a sandbox close must never be judged by what a production account holds.
    """
    return _home("XDG_STATE_HOME", ".local/state") / f"closes-{environment}.db"
