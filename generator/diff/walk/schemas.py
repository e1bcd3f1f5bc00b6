"""Below a schema: its fields, its items, the members it is composed of, and what it refers to."""

from collections.abc import Iterator
from itertools import count

from generator.diff.documents import Documents, follow
from generator.diff.matching import same_thing
from generator.diff.schema import UNIONS, as_object, is_null, types
from generator.diff.values import Pair, Side
from generator.diff.walk.child import Child, both, pairs
from generator.document import pointer
from generator.model import JsonObject


def schema(documents: Documents, pair: Pair) -> Iterator[Child]:
    base, revision = both(pair)
    if "$ref" in base.node and "$ref" in revision.node:
        refs = [side.node["$ref"] for side in (base, revision)]
        if documents.same_target(*refs):
            yield from _target(documents, base, revision)
        else:
            # Another component: what it says else than the first is not a change of either of them.
            ends = (Side(side.node, side.pointer, ref) for side, ref in zip((base, revision), refs, strict=True))
            yield Pair("target", next(ends), next(ends)), None
        return
    for found in pairs("property", _properties(base), _properties(revision), same_thing("schema")):
        yield found, None
        if found.base is not None and found.revision is not None:
            yield from _inner(documents, found.base, found.revision)
    for keyword in ("items", "additionalProperties"):
        if isinstance(base.node.get(keyword), dict) and isinstance(revision.node.get(keyword), dict):
            yield from _inner(documents, *(_below(side, keyword) for side in (base, revision)))
    for shape, keywords in (("part", ("allOf",)), ("member", UNIONS)):
        old = _members(base, keywords, documents.schemas)
        for found in pairs(shape, old, _members(revision, keywords, {}), _both_inline):
            yield found, None
            if found.base is not None and found.revision is not None:
                yield from _inner(documents, found.base, found.revision)


def _inner(documents: Documents, base: Side, revision: Side) -> Iterator[Child]:
    for pair in documents.schema_pairs(base, revision):
        yield pair, None


def _target(documents: Documents, base: Side, revision: Side) -> Iterator[Child]:
    # What stands beside the references has been compared with them: the targets are compared as they are.
    ends = (Side({"$ref": side.node["$ref"]}, side.pointer) for side in (base, revision))
    yield from _inner(documents, follow(documents.base, next(ends)), follow(documents.revision, next(ends)))


def _below(side: Side, keyword: str) -> Side:
    return Side(side.node[keyword], side.pointer + pointer(keyword))


def _properties(side: Side) -> dict[str, Side]:
    """Fields by name; one that is required but not described counts as a field of any kind."""
    declared = side.node.get("properties") or {}
    required = side.node.get("required") or ()
    required = required if isinstance(required, list) else ()
    found = {
        name: Side(as_object(node), side.pointer + pointer("properties", name), name, name in required)
        for name, node in declared.items()
    }
    for number, name in enumerate(required):
        if name not in found:
            found[name] = Side({}, side.pointer + pointer("required", number), name, True)
    return found


def _members(side: Side, keywords: tuple[str, ...], renamed: dict[str, str]) -> dict[str, Side]:
    """Members by what they are: the component referred to, else the type, numbered where there are several."""
    found: dict[str, Side] = {}
    for keyword in keywords:
        for number, member in enumerate(side.node.get(keyword, ())):
            if keyword in UNIONS and is_null(member):
                continue
            node = as_object(member)
            kind = _kind(node, renamed)
            name = next(name for n in count() if (name := f"{kind} {n}" if n else kind) not in found)
            found[name] = Side(node, side.pointer + pointer(keyword, number), name)
    return found


def _kind(node: JsonObject, renamed: dict[str, str]) -> str:
    ref = node.get("$ref")
    if isinstance(ref, str):
        name = ref.rpartition("/")[2]
        return renamed.get(name, name)
    return f"inline {' or '.join(sorted(types(node))) or 'schema'}"


def _both_inline(old: str, _base: object, new: str, _revision: object) -> float:
    """Written in place, of another type now; names of components are no such thing."""
    return float(old.startswith("inline ") and new.startswith("inline "))
