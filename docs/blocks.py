"""The fenced blocks of a page, so that they can be run: a page that no longer works must not be published."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import frozen

_FENCE: Final = re.compile(
    r"^```(?P<language>[a-z]+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^```$", re.M | re.S
)
#: Everything else that a fence may say; these are shown and not run.
SHOWN: Final = frozenset({"text"})
RUN: Final = frozenset({"python", "sh", "toml", "diff"})


@frozen
class Block:
    """One block: ``line`` is its first one in the page; with a ``title`` it is a file of that name."""

    language: str
    text: str
    line: int
    title: str | None = None

    def after(self) -> str:
        """The side of a diff that is wanted; any other text is its own."""
        return self._side("+") if self.language == "diff" else self.text

    def before(self) -> str:
        """The side of a diff that is moved away from."""
        return self._side("-")

    def _side(self, sign: str) -> str:
        return "".join(line[1:] or "\n" for line in self.text.splitlines(keepends=True) if line[0] in f"{sign} \n")


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of a page in order; ``ValueError`` for a fence that this module does not know."""
    text = page.read_text("utf-8")
    found = list(_FENCE.finditer(text))
    if 2 * len(found) != len(re.findall(r"^\s*```", text, re.M)):
        raise ValueError(f"{page.name}: a fence is indented, not closed, or names no language")
    for match in found:
        if match["language"] not in RUN | SHOWN:
            raise ValueError(f"{page.name}: nobody knows how to run {match['language']!r}")
        line = text.count("\n", 0, match.start("text")) + 1
        yield Block(match["language"], match["text"], line, match["title"])
