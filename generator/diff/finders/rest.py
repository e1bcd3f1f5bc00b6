"""Whatever no rule of its own looks at: a keyword that is new to us is still a difference, and is told."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.diff.finders.presence import both, same
from generator.diff.schema import LOWER, UNIONS, UPPER, is_null, number
from generator.diff.values import Detail, Pair
from generator.document import METHODS
from generator.model import Json

_WORDS: Final = "description summary title example examples externalDocs $comment "
#: By shape, the keywords that a rule or the walk looks at.
CLAIMED: Final[Mapping[str, frozenset[str]]] = {
    shape: frozenset((_WORDS + keywords).split())
    for shape, keywords in {
        "document": "openapi info servers security tags paths components",
        "info": "version",
        "path": f"parameters servers {' '.join(METHODS)}",
        "tag": "name",
        "operation": "operationId tags parameters requestBody responses security servers deprecated x-sdk",
        "parameter": "name in required style explode allowReserved schema content deprecated",
        "header": "required style explode schema content deprecated",
        "body": "content required",
        "response": "headers content",
        "media": "schema",
        "scheme": "type scheme in name openIdConnectUrl flows",
        "components": "schemas responses parameters requestBodies headers securitySchemes",
        "schema": "type format enum const default required properties items additionalProperties allOf oneOf anyOf"
        " nullable deprecated readOnly writeOnly pattern discriminator $ref x-unit x-enum-varnames x-decimal-places"
        f" x-excludes {' '.join(UPPER + LOWER)}",
    }.items()
}


def _unclaimed(pair: Pair) -> Iterator[Detail]:
    if (sides := both(pair)) is None:
        return
    base, revision = (side.node for side in sides)
    for keyword in dict.fromkeys([*base, *revision]):
        if keyword not in CLAIMED[pair.shape] and not same(base.get(keyword), revision.get(keyword)):
            yield Detail(base.get(keyword), revision.get(keyword), keyword)


def other_field(pair: Pair) -> Iterator[Detail]:
    """A standard keyword, or a later standard's."""
    yield from (found for found in _unclaimed(pair) if not found.keyword.startswith("x-"))


def extension(pair: Pair) -> Iterator[Detail]:
    """A keyword of our own, or of the vendor's."""
    yield from (found for found in _unclaimed(pair) if found.keyword.startswith("x-"))


def constraint(pair: Pair) -> Iterator[Detail]:
    """A schema keyword no rule knows, or one whose halves cannot be laid side by side."""
    yield from other_field(pair)
    if (sides := both(pair)) is None:
        return
    base, revision = (side.node for side in sides)
    for keyword in ("items", "additionalProperties", "properties", *UPPER, *LOWER, *UNIONS):
        before, after = base.get(keyword), revision.get(keyword)
        if _beside_the_point(keyword, before, after):
            yield Detail(before, after, keyword)


def _beside_the_point(keyword: str, before: Json, after: Json) -> bool:
    """Whether the two values differ in a way that the keyword's own rules do not see."""
    if same(before, after):
        return False
    if keyword == "additionalProperties":
        one, other = (True if value is None or value == {} else value for value in (before, after))
        return not same(one, other) and False not in (one, other) and not (_dict(one) and _dict(other))
    if keyword == "properties":
        return False
    if keyword in UNIONS:
        # Members are laid side by side, all but null: what is said beside its type is told here.
        one, other = ([m for m in value or () if is_null(m)] for value in (before, after))
        return len(one) == len(other) and not same(one, other)
    if keyword == "items":
        return not (_dict(before) and _dict(after))
    return not all(value is None or number(value) for value in (before, after))


def _dict(value: Json) -> bool:
    return isinstance(value, dict)
