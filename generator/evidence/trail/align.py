"""Which place of one document is which place of another, found by walking both from the same operations.

Names alone would not do: a page writes a schema where it is used, and the document made a class of it.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Final

from generator.document import METHODS, pointer
from generator.evidence.trail.difference import ABSENT, at
from generator.model import Json, JsonObject
from generator.rules.names import normal_path

#: Pointer into the first document -> pointers into the second.
Alignment = Mapping[str, tuple[str, ...]]

_UNIONS: Final = ("oneOf", "anyOf", "allOf")
_TOP: Final = ("info", "servers", "security", "tags")
_SAMPLES: Final = frozenset({"example", "examples", "default", "x-sdk"})


def align(first: JsonObject, second: JsonObject) -> Alignment:
    """Both keyed (see ``keyed``).  Places without a counterpart are not in it."""
    found: dict[str, dict[str, None]] = {}
    waiting = deque(_seeds(first, second))
    seen: set[tuple[str, str]] = set()
    while waiting:
        here, there = waiting.popleft()
        if (here, there) in seen:
            continue
        seen.add((here, there))
        found.setdefault(here, {})[there] = None
        ours, theirs = list(_inner(first, here)), list(_inner(second, there))
        if len(ours) + len(theirs) > 2:
            # A reference and what it leads to are two places: each says something of its own.
            waiting.extend([(one, theirs[-1]) for one in ours[1:]] + [(here, theirs[-1])])
        waiting.extend(_children(at(first, ours[-1]), at(second, theirs[-1]), ours[-1], theirs[-1]))
    return {here: tuple(places) for here, places in found.items()}


def _seeds(first: JsonObject, second: JsonObject) -> Iterator[tuple[str, str]]:
    yield from ((f"/{key}", f"/{key}") for key in _TOP if key in first and key in second)
    paths: dict[str, list[str]] = {}
    for path in second.get("paths", {}):
        paths.setdefault(normal_path(path), []).append(path)
    for path, item in first.get("paths", {}).items():
        for other in paths.get(normal_path(path), ()):
            for method in METHODS:
                if method in item and method in second["paths"][other]:
                    yield pointer("paths", path, method), pointer("paths", other, method)
        yield from _sdk_seeds(path, item, second)
    for section, entries in first.get("components", {}).items():
        others = second.get("components", {}).get(section, {})
        shared = [pointer("components", section, name) for name in entries if name in others]
        yield from zip(shared, shared, strict=True)


def _sdk_seeds(path: str, item: JsonObject, second: JsonObject) -> Iterator[tuple[str, str]]:
    """Operations of a page that describes methods of an SDK, and the parameters by their names."""
    methods = {f"{m.get('class')}.{m.get('method')}": i for i, m in enumerate(second.get("x-sdk-methods", ()))}
    for method in METHODS:
        operation = item.get(method, {})
        index = methods.get(operation.get("x-sdk", {}).get("python", {}).get("method"))
        if index is None:
            continue
        here, there = pointer("paths", path, method), f"/x-sdk-methods/{index}"
        yield here, there
        said = {p.get("name"): i for i, p in enumerate(second["x-sdk-methods"][index].get("parameters", ()))}
        for key, parameter in operation.get("parameters", {}).items():
            if parameter.get("name") in said:
                yield here + pointer("parameters", key), f"{there}/parameters/{said[parameter['name']]}"


def _inner(document: JsonObject, place: str) -> Iterator[str]:
    """The place and what it stands for: a reference's target, the one class of a union with null."""
    seen: set[str] = set()
    while place not in seen:
        seen.add(place)
        node = at(document, place)
        if node is ABSENT:
            return  # a page may refer to what another page defines
        yield place
        if not isinstance(node, dict):
            return
        ref = node.get("$ref")
        if isinstance(ref, str) and ref.startswith("#/"):
            place = ref[1:]
            continue
        for keyword in _UNIONS:
            members = node.get(keyword)
            if isinstance(members, list):
                real = [i for i, member in enumerate(members) if not _is_null(member)]
                if len(real) == 1:
                    place = f"{place}/{keyword}/{real[0]}"
                    break


def _is_null(member: Json) -> bool:
    return isinstance(member, dict) and member.get("type") == "null"


def _children(ours: Json, theirs: Json, here: str, there: str) -> list[tuple[str, str]]:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        keys = [key for key in ours if key in theirs and key not in _SAMPLES]
        # Keywords are statements of the place; what they hold is a place only if it is more than a word.
        inside = here.endswith("/enum") or here.endswith("/required")
        kept = [key for key in keys if inside or isinstance(ours[key], dict | list)]
        return [(here + pointer(key), there + pointer(key)) for key in kept]
    if isinstance(ours, list) and isinstance(theirs, list):
        return [(f"{here}/{i}", f"{there}/{i}") for i in range(min(len(ours), len(theirs)))]
    return []
