"""For the log of a workflow: annotations, one line a change, as errors, warnings and notices."""

from collections.abc import Mapping, Sequence
from typing import Final

from generator.diff.report import words
from generator.diff.values import ADDITIVE, BREAKING, DOCS, RISKY, Change, Level

_COMMANDS: Final[Mapping[Level, str]] = {BREAKING: "error", RISKY: "warning", ADDITIVE: "notice", DOCS: "notice"}


def write(changes: Sequence[Change], file: str) -> str:
    return "\n".join([*(_line(change, file) for change in changes), f"{file}: {words.counts(changes)}"])


def _line(change: Change, file: str) -> str:
    reached = f" in {', '.join(map(str, change.operations))}" if change.operations else ""
    told = f": {words.values(change)}" if words.values(change) else ""
    message = f"{words.levels(change)}: {change.rule.sentence}: {change.where or '/'}{told}{reached}"
    return f"::{_COMMANDS[change.level]} file={_property(file)},title={_property(change.rule.id)}::{_data(message)}"


def _data(text: str) -> str:
    """What the runner reads as the end of a message is written in its escapes."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
