"""Tokens gathered into operations: each with its parameters, what it returns, and its samples."""

from collections.abc import Iterable
from typing import Final

from attrs import evolve, field, mutable

from generator.errors import PageError
from generator.extract.stainless import headers
from generator.extract.stainless.call import arguments
from generator.extract.stainless.tokens import Bounds, Code, Entry, Route, Sample, Section, Signature, Text, Token
from generator.model import JsonObject
from generator.rules import prose

#: Longer prose is a story: nothing is read out of all of it together.
_LONGEST_TOLD: Final = 2000
_LISTS: Final = ("parameters", "returns", "types")


@mutable
class Block:
    """One operation as the page lists it; ``types`` are classes described for their own sake."""

    line: int
    signature: Signature | None = None
    route: Route | None = None
    deprecated: bool = False
    lists: dict[str, list[Entry]] = field(factory=lambda: {name: [] for name in _LISTS})
    samples: list[Sample] = field(factory=list)
    #: The arguments of the calls that its code samples show.
    calls: list[JsonObject] = field(factory=list)


def gather(stream: Iterable[Token], page: str) -> list[Block]:
    """The operations of a page, in its order; one without signature and route holds only types, or nothing."""
    blocks = [Block(1)]
    section = place = said = ""
    for token in stream:
        block = blocks[-1]
        match token:
            case Signature():
                if block.signature is not None or block.route is not None:
                    if block.signature is not None and block.route is None and block.signature == token:
                        continue
                    block = Block(token.line)
                    blocks.append(block)
                block.signature, section = token, ""
            case Route():
                if _routed(blocks, token, page):
                    section = ""
            case Code():
                block.calls.extend(arguments(token.text, block.signature))
                section = "examples"
            case Section():
                # Each class described for its own sake has a heading of its own.
                section = "types" if section == "types" and token.name == "title" else token.name
                place = token.place
            case Sample():
                block.samples.append(token)
                section = "examples"
            case Entry():
                if section in _LISTS:
                    block.lists[section].append(evolve(token, place=place) if place else token)
                said = ""
            case Text():
                _told(block, section, prose.facts(token.text), "UUID" in token.text)
                said = f"{said} {token.text}".strip()
                if section == "parameters":
                    _told_of_header(block, said)
            case Bounds():
                _told(block, section, token.keywords, False)
    return blocks


def _routed(blocks: list[Block], route: Route, page: str) -> bool:
    """Whether a route says something new."""
    block = blocks[-1]
    if block.route is None:
        block.route, block.line = route, route.line
        return True
    if (block.route.verb, block.route.path) == (route.verb, route.path):
        return False
    if not any(block.lists.values()) and not block.samples:
        what = f"one operation with two paths, {block.route.path[:80]} and {route.path[:80]}"
        raise PageError(f"{page}:{route.line}", "", what, "leave only the one that is right")
    blocks.append(Block(route.line, route=route))
    return True


def _told_of_header(block: Block, said: str) -> None:
    """The parameter above words that say so goes into a header."""
    listed = block.lists["parameters"]
    if listed and len(said) <= _LONGEST_TOLD and (header := headers.told(said)) is not None:
        listed[-1] = evolve(listed[-1], place="header", header=header)


def _told(block: Block, section: str, keywords: JsonObject, uuid: bool) -> None:
    """What a line says belongs to the entry above it, before any list to the operation."""
    if section in _LISTS:
        listed = block.lists[section]
        if listed and (keywords or uuid):
            last = listed[-1]
            listed[-1] = evolve(last, facts={**last.facts, **keywords}, uuid=last.uuid or uuid)
    elif not section and keywords.get("deprecated") and block.route is not None:
        block.deprecated = True
