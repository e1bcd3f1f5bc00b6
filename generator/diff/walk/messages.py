"""Below parameters, bodies, responses and headers: media types, and the schemas of what they carry."""

from collections.abc import Iterator

from generator.diff.documents import Documents
from generator.diff.matching import never
from generator.diff.values import Pair, Side
from generator.diff.walk.child import Child, both, named, pairs


def valued(documents: Documents, pair: Pair) -> Iterator[Child]:
    """A parameter or a header: described by a schema, or by one media type."""
    yield from media(documents, pair)
    yield from content(documents, pair)


def content(documents: Documents, pair: Pair) -> Iterator[Child]:
    for found in pairs("media", *named(documents, pair, "content"), never):
        yield found, None


def response(documents: Documents, pair: Pair) -> Iterator[Child]:
    for found in pairs("header", *_headers(documents, pair), never):
        yield found, None
    yield from content(documents, pair)


def _headers(documents: Documents, pair: Pair) -> tuple[dict[str, Side], dict[str, Side]]:
    """By lower-case name: the case of a header's name means nothing."""
    old, new = named(documents, pair, "headers")
    return {name.lower(): side for name, side in old.items()}, {name.lower(): side for name, side in new.items()}


def media(documents: Documents, pair: Pair) -> Iterator[Child]:
    base, revision = both(pair)
    if "schema" in base.node and "schema" in revision.node:
        sides = (Side(side.node["schema"], f"{side.pointer}/schema") for side in (base, revision))
        for found in documents.schema_pairs(next(sides), next(sides)):
            yield found, None
