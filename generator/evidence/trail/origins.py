"""What each page says of a place, at which line, and what normalising made of it."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.evidence.trail.difference import Change, at, difference
from generator.evidence.trail.values import Origin, Source
from generator.model import Json

#: What holds places with accounts of their own.
HOLDERS: Final = ("/properties/", "/parameters/", "/responses/", "/requestBody/", "/$defs/")


def origins(source: Source, place: str) -> Iterator[Origin]:
    """Everything one page says of ``place`` (of the keyed document)."""
    found = source.of_document.get(place, ())
    for there in found:
        node = at(source.raw.document, there)
        if isinstance(node, dict) and set(node) == {"$ref"} and len(found) > 1:
            continue  # what it refers to is listed beside it
        original = source.raw.original(there)
        line, exact = _line(source.page.lines, original)
        if line is None:
            line, _ = _line(source.page.lines, there)  # said of a whole path: the operation is nearest
        yield Origin(source.page, original, line, exact, node, tuple(_normalised(source, there, node)))


def normal(source: Source, place: str) -> list[Json]:
    """What the normalised page says of ``place`` (of the keyed document)."""
    there = [n for raw in source.of_document.get(place, ()) for n in source.of_page.get(raw, ())]
    return [at(source.normal, n) for n in dict.fromkeys(there)]


def _normalised(source: Source, there: str, node: Json) -> Iterator[Change]:
    for place in source.of_page.get(there, ()):
        after = at(source.normal, place)
        changes = list(difference(node, after))
        # A schema written out became a class: what that says is at a place of its own.
        classes = [c.pointer.removesuffix("$ref") for c in changes if c.pointer.endswith("/$ref")]
        for change in changes:
            inside = any(change.pointer.startswith(place) for place in classes)
            if change.pointer.endswith("/$ref") or not (inside or change.pointer.startswith(HOLDERS)):
                yield change


def _line(lines: Mapping[str, int], place: str) -> tuple[int | None, bool]:
    """The line of a place, or of the nearest thing around it that has one."""
    tokens = place.split("/")
    for length in range(len(tokens), 1, -1):
        around = "/".join(tokens[:length])
        if around in lines:
            return lines[around], length == len(tokens)
    return None, False
