"""Table libraries are imported when asked for, and missed in words that say what to install."""

from importlib import import_module
from typing import Any

from ..errors import MissingExtra


def library(module: str, extra: str) -> Any:
    """The module, or ``MissingExtra``; an error inside an installed library is its own and passes."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != module.partition(".")[0]:
            raise
        raise MissingExtra(
            f"{module.partition('.')[0]} is not installed: install brokerage-positions[{extra}]", name=error.name
        ) from error
