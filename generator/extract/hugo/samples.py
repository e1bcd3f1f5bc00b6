"""The JSON samples of a page: strict where a mistake could be a cut, lenient about what people write by hand.

A sample that is cut off, repeats a key or nests without end breaks the page.  A comma too many, a comment or ``...`` is
taken out and told; a block that is no JSON at all (pseudo code) is told and passed over.
"""

import json
import re
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from generator.document import depth_exceeds
from generator.errors import PageError
from generator.extract.hugo.markdown import Block
from generator.extract.json_text import parse
from generator.extract.samples import schema_of
from generator.model import Finding, Json, JsonObject, Repair
from generator.rules.prose import without_prose

_JSON: Final = frozenset({"json", "json5", "jsonc", "javascript", "js", "event-stream", "text", "plaintext", ""})
_TOKEN: Final = re.compile(r'"(?:[^"\\\n]|\\.)*+"|[{\[]|[}\]]|//[^\n]*|"', re.S)
_MENDED: Final = re.compile(
    r'("(?:[^"\\\n]|\\.)*+")'  # strings stay as they are
    r"|//[^\n]*|/\*[^*]*+(?:\*(?!/)[^*]*+)*+\*/|^[ \t]*#[^\n]*"  # comments
    r"|,?[ \t]{0,80}(?:\.\.\.|…)[ \t]{0,80},?(?=\s{0,200}[}\]])|(?:\.\.\.|…),?",  # what was left out
    re.M,
)
_TRAILING: Final = re.compile(r'("(?:[^"\\\n]|\\.)*+")|,(?=\s*[}\]])')
#: Deeper than any real sample; the schema of a sample nests twice as deep as the sample.
_DEEPEST: Final = 50
#: What a stream of events writes around each value.
_FRAME: Final = re.compile(r"^[ \t]*(?:data|event|id|retry|):[^\n{\[]*", re.M)
_STREAMED: Final = re.compile(r"\s*(?:data|event|id|retry)?:")
_BETWEEN: Final = re.compile(r"[\s,]*")


@frozen
class Samples:
    """The JSON values of one code block, with what had to be mended or could not be read."""

    values: tuple[Json, ...] = ()
    findings: tuple[Finding, ...] = ()
    repairs: tuple[Repair, ...] = ()


def read(block: Block, page: str) -> Samples:
    """The samples in a code block; none if it is another language."""
    written = _FRAME.sub("", block.text) if _STREAMED.match(block.text) else block.text
    text = written.strip()
    if block.info not in _JSON or not (text.startswith(("{", "[")) or (block.info == "json" and text)):
        return Samples()
    where = f"{page}:{block.line}"
    if (chunks := _chunks(written)) is not None:
        return Samples(_parsed(chunks, page, block.line))
    if _is_cut(text) and (block.info == "json" or '"' in text):
        raise PageError(where, "", "the sample is cut off", "scrape the page again")
    if chunks := _chunks(_TRAILING.sub(r"\1", _MENDED.sub(r"\1", written))):
        what = "commas, comments or dots that JSON does not have were left out"
        return Samples(_parsed(chunks, page, block.line), repairs=(Repair("sample-mended", where, what),))
    todo = "correct it if it is meant to be JSON"
    return Samples(findings=(Finding("sample-unreadable", where, "a code block is not JSON", todo),))


def _parsed(chunks: list[tuple[str, int]], page: str, line: int) -> tuple[Json, ...]:
    found = []
    for chunk, before in chunks:
        found.append(parse(chunk, page, line + before, "the sample"))
        if depth_exceeds(found[-1], _DEEPEST):
            todo = "shorten the sample"
            raise PageError(f"{page}:{line + before}", "", f"nested deeper than {_DEEPEST} levels", todo)
    return tuple(found)


def _chunks(text: str) -> list[tuple[str, int]] | None:
    """The JSON values of a text, each with the lines before it; None if the text is not made of such."""
    decoder = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
    found: list[tuple[str, int]] = []
    position = _BETWEEN.match(text, 0).end()  # type: ignore[union-attr]
    while position < len(text):
        try:
            _, end = decoder.raw_decode(text, position)
        except RecursionError:  # the strict parser says where it is too deep
            return [*found, (text[position:], text.count("\n", 0, position))]
        except ValueError:
            return None
        found.append((text[position:end], text.count("\n", 0, position)))
        position = _BETWEEN.match(text, end).end()  # type: ignore[union-attr]
    return found


def _is_cut(text: str) -> bool:
    """Whether something opened is never closed."""
    depth = 0
    for token in _TOKEN.finditer(text):
        shown = token[0]
        if shown == '"':
            return "\n" not in text[token.end() :]
        depth += (shown in "{[") - (shown in "}]")
    return depth > 0


def examples(values: Sequence[Json]) -> JsonObject:
    """The samples of a body as its media type shows them, without prose."""
    clean: list[Json] = []
    for value in map(without_prose, values):
        if value not in clean:
            clean.append(value)
    if len(clean) == 1:
        return {"example": clean[0]}
    return {"examples": {f"sample-{n}": {"value": value} for n, value in enumerate(clean, 1)}} if clean else {}


def shown(values: Sequence[Json]) -> JsonObject:
    """The schema that all samples of a body show together."""
    schema: JsonObject = schema_of(list(values)).get("items", {})
    return schema
