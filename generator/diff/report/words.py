"""How a change reads in a sentence, in whichever format."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Final

from generator.diff.values import Change, Level
from generator.model import Json

#: Longer values are cut: their place is named, and the documents hold them whole.
_LONGEST: Final = 60


def value(shown: Json) -> str:
    """A value in one line of JSON, cut where it is long."""
    text = json.dumps(shown, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def values(change: Change) -> str:
    """What it was and what it is; one alone where something came or went."""
    if change.before is None and change.after is None:
        return ""
    if change.before is None:
        return f"+ {value(change.after)}"
    if change.after is None:
        return f"- {value(change.before)}"
    return f"{value(change.before)} -> {value(change.after)}"


def levels(change: Change) -> str:
    """The level for a Python caller, and for HTTP where that differs."""
    return str(change.level) if change.http == change.level else f"{change.level} (HTTP: {change.http})"


def counts(changes: Sequence[Change]) -> str:
    """``3 changes: 1 breaking, 2 docs``."""
    if not changes:
        return "no changes"
    by_level = Counter(change.level for change in changes)
    parts = ", ".join(f"{by_level[level]} {level}" for level in sorted(Level, reverse=True) if by_level[level])
    return f"{len(changes)} change{'s' if len(changes) > 1 else ''}: {parts}"


def direction(change: Change) -> str:
    """Which way it travels; nothing for what belongs to no message."""
    return " and ".join(role for role in ("request", "response") if role in change.roles)
