"""Untrusted text inside generated code: string literals and docstrings."""

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from generator.model import Json

_WIDTH: Final = 112
_TRIPLE: Final = '"' * 3


def literal(text: str) -> str:
    """A Python string literal that stands for exactly this text, in ASCII."""
    escaped = "".join(c if " " <= c <= "~" and c not in '"\\' else _escape(c) for c in text)
    return f'"{escaped}"'


def python(value: Json) -> str:
    """Python code that stands for exactly this JSON value."""
    if isinstance(value, str):
        return literal(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(key)}: {python(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(python, value)) + "]"
    return repr(value)


def _escape(c: str) -> str:
    return f"\\{c}" if c in '"\\' else f"\\U{ord(c):08x}" if ord(c) > 0xFFFF else f"\\u{ord(c):04x}"


def docstring(paragraphs: Iterable[str], indent: int) -> str:
    """A docstring of these paragraphs, wrapped, or an empty string if they say nothing."""
    lines: list[str] = []
    for paragraph in paragraphs:
        wrapped = [line for part in _visible(paragraph).splitlines() for line in _wrap(part, indent)]
        lines += ["", *wrapped] if lines and wrapped else wrapped
    return _quoted(lines, indent)


def described(entries: Iterable[tuple[str, str]]) -> str:
    """A paragraph of names with what they mean, each indented below its heading."""
    return "\n".join(f"    {name}: {' '.join(_visible(text).split())}" for name, text in entries)


def _wrap(line: str, indent: int) -> Iterator[str]:
    margin = line[: len(line) - len(line.lstrip())]
    yield from textwrap.wrap(
        line.strip(),
        _WIDTH - indent,
        initial_indent=margin,
        subsequent_indent=margin + "    " if margin else "",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _quoted(lines: list[str], indent: int) -> str:
    if not lines:
        return ""
    escaped = [line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"').rstrip() for line in lines]
    if escaped[-1].endswith('"'):
        escaped[-1] = escaped[-1][:-1] + '\\"'
    if len(escaped) == 1:
        return f"{_TRIPLE}{escaped[0]}{_TRIPLE}"
    margin = " " * indent
    body = "\n".join(f"{margin}{line}".rstrip() for line in escaped[1:])
    return f"{_TRIPLE}{escaped[0]}\n{body}\n{margin}{_TRIPLE}"


def _visible(text: str) -> str:
    """Without control characters, and without those that make text read otherwise than it is stored."""
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Zl", "Zp"})
    return re.sub(r"\t", " ", "".join(kept))
