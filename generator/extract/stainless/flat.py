"""Flattened page text to tokens: one item a line, with the page's own buttons glued to its headings."""

import re
from collections.abc import Iterator
from typing import Final

from generator.extract.json_text import read
from generator.extract.stainless import bounds, tokens
from generator.extract.stainless.tokens import Bounds, Code, Route, Sample, Section, Text, Token

_ROUTE: Final = re.compile(r"^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) ?(/[^\s]*)$", re.M | re.I)
_HEADING: Final = re.compile(
    r"(?:(Path|Query|Body|Header) ?)?(Parameters|Returns|Models|Domain Types|Returns Examples)"
    r"(?: ?Expand)?(?: ?Collapse)?"
)
_SECTIONS: Final[dict[str, tokens.SectionName]] = {
    "Parameters": "parameters",
    "Returns": "returns",
    "Models": "types",
    "Domain Types": "types",
    "Returns Examples": "examples",
}
#: The page's own words between entries: they say nothing about the API.
_CHROME: Final = re.compile(r"(?:Accepts )?[Oo]ne of the following:?|Expand|Collapse|Show more|Hide")
_CODE: Final = re.compile(r"(?:from [\w.]+ import |import [\w.]+$|#!)")
_JSON: Final = re.compile(r"[{\[](?:$|[{\[\"\]}])")


def is_flat(body: str) -> bool:
    return _ROUTE.search(body) is not None


def tokenize(body: str, page: str, first: int) -> Iterator[Token]:
    """The tokens of a flattened page whose body begins on page line ``first``."""
    at, line = 0, first
    code: list[str] = []
    while at < len(body):
        end = body.find("\n", at)
        end = len(body) if end < 0 else end
        text = body[at:end].strip()
        token = _heading(text, line)
        is_json = bool(_JSON.match(text)) and not (code and body[at] in " \t")
        if code and (token or is_json):
            yield Code(line, "\n".join(code))
            code = []
        if is_json:
            sample, end = read(body, body.index(text[0], at), page, line, "a sample", limit=tokens.DEEPEST)
            yield Sample(line, sample)
            line += body.count("\n", at, end)
            at = end
            continue
        if code or _CODE.match(text):
            code.append(body[at:end])
        elif token:
            yield token
        elif text and not _CHROME.fullmatch(text):
            yield _line(text, line)
        at = end + 1
        line += 1
    if code:
        yield Code(line, "\n".join(code))


def _heading(text: str, line: int) -> Token | None:
    if route := _ROUTE.fullmatch(text):
        return Route(line, route[1].lower(), route[2])
    if heading := _HEADING.fullmatch(text):
        return Section(line, _SECTIONS[heading[2]], (heading[1] or "").lower())
    return None


def _line(text: str, line: int) -> Token:
    if (keywords := bounds.read(text)) is not None:
        return Bounds(line, keywords)
    return tokens.signature(text, line) or tokens.entry(text, line, None, marked=False) or Text(line, text)
