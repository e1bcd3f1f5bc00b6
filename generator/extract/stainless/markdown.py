"""Markdown to tokens: bullet lists of code, fenced samples, headings; also with every line break lost.

Where most bullets begin a line, indentation is nesting.  Where they stand in the middle of lines, the page has lost its
layout: every bullet counts, and none has a depth.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.errors import PageError
from generator.extract.json_text import read
from generator.extract.stainless import bounds, tokens
from generator.extract.stainless.tokens import Code, Route, Sample, Section, Text, Token

VERBS: Final = "get|post|put|patch|delete|head|options"
_MARK: Final = re.compile(
    rf"""(?P<fence>`{{3,}})
       |(?<!\S)(?P<heading>\#{{1,6}})[ ]
       |\*\*(?P<verb>{VERBS})\*\*[ \n]`(?P<path>[^`\n]+)`
       |(?<!\S)[-*][ ]`(?P<bullet>[^`\n]+)`
       |`(?P<code>[^`\n]+)`""",
    re.VERBOSE | re.IGNORECASE,
)
_SECTION: Final = re.compile(
    r"(?:(Path|Query|Body|Header) )?(Parameters|Returns|Domain Types|Examples?|Response)\b(?![ ]\w)"
)
_LANGUAGE: Final = re.compile(r"[ ]?([\w+-]*)\s*")
_KNOWN: Final = re.compile(rf"\*\*(?:{VERBS})\*\*[ \n]`/", re.IGNORECASE)
_AT_START: Final = re.compile(r"^[ \t]*[-*] `", re.M)
_ANYWHERE: Final = re.compile(r"(?<!\S)[-*] `")


def is_markdown(body: str) -> bool:
    return _KNOWN.search(body) is not None


def tokenize(body: str, page: str, first: int) -> Iterator[Token]:
    """The tokens of a Markdown page whose body begins on page line ``first``."""
    starts = sum(1 for _ in _AT_START.finditer(body))
    nested = 2 * starts > sum(1 for _ in _ANYWHERE.finditer(body))
    at = counted = 0
    line = first
    while mark := _MARK.search(body, at):
        between = body[at : mark.start()]
        if between.strip():
            yield from _text(between, line)
        line += body.count("\n", counted, mark.start())
        counted, at = mark.start(), mark.end()
        begins = body[body.rfind("\n", 0, mark.start()) + 1 : mark.start()] if nested else ""
        if mark["fence"]:
            fenced, at = _fenced(body, mark, page, line)
            yield fenced
        elif mark["heading"]:
            name = _SECTION.match(body, at)
            if name is None:
                yield Section(line, "title")
            else:
                at = name.end()
                yield Section(line, _section(name[2]), (name[1] or "").lower())
        elif mark["verb"]:
            yield Route(line, mark["verb"].lower(), mark["path"].strip())
        elif mark["bullet"] and not begins.strip():
            depth = len(begins.expandtabs(4)) if nested else None
            found = tokens.entry(mark["bullet"], line, depth, marked=True)
            yield found if found is not None else Text(line, mark["bullet"])
        else:
            code = mark["bullet"] or mark["code"] or ""
            yield tokens.signature(code, line) or Text(line, f"`{code}`")
    if body[at:].strip():
        yield from _text(body[at:], line)


def _section(heading: str) -> tokens.SectionName:
    if heading == "Domain Types":
        return "types"
    return "parameters" if heading == "Parameters" else "returns" if heading == "Returns" else "examples"


def _text(between: str, line: int) -> Iterator[Token]:
    """Prose, and the constraints that stand on lines of their own or at its end."""
    for piece in between.split("\n"):
        if not piece.strip():
            continue
        words, keywords = bounds.split(" ".join(piece.split()))
        if words:
            yield Text(line, words)
        if keywords:
            yield tokens.Bounds(line, keywords)


def _fenced(body: str, mark: re.Match[str], page: str, line: int) -> tuple[Sample | Code, int]:
    """What a fence holds, and where it ends; a fence inside a JSON string ends nothing."""
    language = _LANGUAGE.match(body, mark.end())
    begin = end = language.end() if language else mark.end()
    sample: Sample | None = None
    if body[begin : begin + 1] in ("{", "["):
        value, end = read(body, begin, page, line, "a sample", limit=tokens.DEEPEST)
        sample = Sample(line, value)
    close = body.find(mark["fence"], end)
    if close < 0:
        raise PageError(f"{page}:{line}", "", "a code block never ends", "scrape the page again")
    return sample or Code(line, body[begin:close]), close + len(mark["fence"])
