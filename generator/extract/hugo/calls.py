"""Lines of ``METHOD /path``, however they are dressed up."""

import re
from typing import Final

from attrs import frozen

from generator.extract.hugo.markdown import Block

_METHOD: Final = r"(?P<method>GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)"
_CALL: Final = re.compile(
    rf"(?:(?:endpoint|(?:http )?request|http|url|route|method)\s*:\s*)?{_METHOD}\s*:?\s+(?P<server>https?://[^\s/?#]+)?(?P<path>/[^\s]*)(?:\s+HTTP/[\d.]+)?",
    re.I,
)
_COLON: Final = re.compile(r"(?<=/):([A-Za-z_]\w*)")
_ANGLED: Final = re.compile(r"<([A-Za-z_]\w*)>")
_DRESS: Final = re.compile(r"[`*]+|</?(?:code|b|strong|em|kbd)>")


@frozen
class Call:
    """One ``METHOD /path``; ``query`` are the names the path's query string shows."""

    method: str
    path: str
    line: int
    server: str | None = None
    query: tuple[str, ...] = ()


def calls_in(block: Block) -> list[Call]:
    """The calls a block consists of; none if it holds anything else."""
    if block.kind == "table":
        return []
    lines = [(number, line) for number, line in enumerate(block.text.split("\n")) if line.strip()]
    if not lines or len(lines) > 50:
        return []
    found = [_call(line, block.line + number, block.kind != "code") for number, line in lines]
    return [call for call in found if call is not None] if None not in found else []


def _call(line: str, number: int, marked_up: bool) -> Call | None:
    text = line.strip()
    if marked_up:
        text = _DRESS.sub("", text).replace("\\_", "_").strip()
    match = _CALL.fullmatch(text)
    if match is None or (match["method"] != match["method"].upper() and "`" not in line):
        return None
    path, _, query = match["path"].partition("?")
    path = _ANGLED.sub(r"{\1}", _COLON.sub(r"{\1}", path.partition("#")[0]))
    names = tuple(pair.partition("=")[0] for pair in query.split("&") if pair.partition("=")[0])
    return Call(match["method"].lower(), path, number, match["server"], names)
