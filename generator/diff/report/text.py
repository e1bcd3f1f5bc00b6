"""For a terminal: one paragraph a change, the worst first."""

from collections.abc import Sequence

from generator.diff.report import words
from generator.diff.values import Change


def write(changes: Sequence[Change], file: str) -> str:
    return "\n".join([*(line for change in changes for line in _lines(change)), f"{file}: {words.counts(changes)}"])


def _lines(change: Change) -> list[str]:
    lines = [f"{words.levels(change)}: {change.rule.id}: {change.rule.sentence}"]
    moved = None not in (change.base, change.revision) and change.base != change.revision
    lines.append(f"  at   {change.where or '/'}" + (f" (was {change.base or '/'})" if moved else ""))
    if told := words.values(change):
        lines.append(f"  is   {told}")
    if change.operations:
        lines.append(f"  in   {', '.join(map(str, change.operations))}")
    return lines
