"""What an edit is, and where in a document one can be made."""

import random
from collections.abc import Callable, Iterator
from typing import TypeAlias

from generator.document import get, objects
from generator.model import Json, JsonObject

#: The rule's id, the place in the base ('' twice is the whole document; '-' is none), and in the revision.
Expected: TypeAlias = tuple[str, str, str]
#: Changes the document in place; says what is to be found, or nothing if it could not be done there.
Edit: TypeAlias = Callable[[random.Random, JsonObject], list[Expected]]
NOWHERE = "-"


def reached(document: JsonObject) -> set[str]:
    """Pointers of the components that an operation uses, through whatever else."""
    found: set[str] = set()
    todo = [document["paths"]]
    while todo:
        for ref in _references(todo.pop()):
            if ref not in found:
                found.add(ref)
                todo.append(get(document, ref))
    return found


def _references(node: Json) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"][1:]
        for child in node.values():
            yield from _references(child)
    elif isinstance(node, list):
        for child in node:
            yield from _references(child)


def used(document: JsonObject, shape: str) -> list[tuple[str, JsonObject]]:
    """Every object of a shape that stands in an operation, or in a component that one uses."""
    live = reached(document)
    return [
        (path, get(document, path))  # what ``objects`` gives are copies
        for path, _, _ in objects(document, shape)
        if path.startswith("/paths/") or "/".join(path.split("/")[:4]) in live
    ]


def pick(chance: random.Random, document: JsonObject, shape: str) -> tuple[str, JsonObject] | None:
    """One of them, by chance."""
    found = used(document, shape)
    return found[chance.randrange(len(found))] if found else None


def keyword(rule: str, path: str, name: str, *, before: bool, after: bool) -> list[Expected]:
    """A keyword's change: its own place where it is, and the object's where it is not."""
    return [(rule, f"{path}/{name}" if before else path, f"{path}/{name}" if after else path)]
