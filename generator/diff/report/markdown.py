"""For a pull request: one table a level."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from generator.diff.report import words
from generator.diff.values import Change

_HEAD: Final = ("| what | where | value | operations | HTTP |", "| --- | --- | --- | --- | --- |")


def write(changes: Sequence[Change], file: str) -> str:
    parts = [f"## {_cell(file)}: {words.counts(changes)}"]
    for level, group in groupby(changes, key=lambda change: change.level):
        parts.append(f"### {str(level).capitalize()}")
        rows = [_row(change) for change in group]
        parts.append(
            "\n".join(["| what | where | value | operations | HTTP |", "| --- | --- | --- | --- | --- |", *rows])
        )
    return "\n\n".join(parts)


def _row(change: Change) -> str:
    reached = "<br>".join(_code(str(operation)) for operation in change.operations)
    told = words.values(change)
    what = f"{_cell(change.rule.sentence)} ({_code(change.rule.id)})"
    return f"| {what} | {_code(change.where or '/')} | {_code(told) if told else ''} | {reached} | {change.http} |"


def _cell(text: str) -> str:
    flat = " ".join(text.split())
    return flat.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def _code(text: str) -> str:
    """As code; what would end the code or the cell is replaced."""
    return "`" + " ".join(text.split()).replace("`", "'").replace("|", "\\|") + "`"
