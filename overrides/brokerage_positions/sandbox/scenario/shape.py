"""What a scenario may say, and words for what it says wrong."""

import json
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any, Final, TypeAlias

from brokerage_positions.portfolio.frames.extras import library

#: As parsed, and found to have the right shape.
Parsed: TypeAlias = dict[str, Any]
_FILE: Final = "scenario.schema.json"


class ScenarioError(ValueError):
    """A scenario, or a rule of faults, that cannot be used: where it is wrong, and how.  Nothing was started by it."""


def shaped(found: Parsed, part: str, origin: str) -> Parsed:
    """The same, if it fits that part of the schema; else ``ScenarioError`` names every place that does not."""
    errors = [f"{pointer(error.instance_path)}: {error.message}" for error in compiled(part).iter_errors(found)]
    if errors:
        raise ScenarioError(f"{origin}: {'; '.join(errors)}")
    return found


def pointer(path: Iterable[str | int]) -> str:
    """``accounts[0].positions[2].quantity``"""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".") or "the top"


@cache
def compiled(part: str) -> Any:
    schema = json.loads((resources.files("brokerage_positions.sandbox.scenario") / _FILE).read_text("utf-8"))
    return library("jsonschema_rs", "sandbox").Draft202012Validator(
        {"$ref": f"#/$defs/{part}", "$defs": schema["$defs"]}
    )
