"""The same changes for a terminal, a program, a pull request, and the log of a workflow; one format a file."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from generator.diff.report import github, json, markdown, text
from generator.diff.values import Change

Write = Callable[[Sequence[Change], str], str]
FORMATS: Final[Mapping[str, Write]] = {
    "text": text.write,
    "json": json.write,
    "markdown": markdown.write,
    "github": github.write,
}


def report(changes: Sequence[Change], format: str, file: str) -> str:
    """The changes as text that ends without a line break; ``file`` is how the revision is called in it."""
    return FORMATS[format](changes, file)
