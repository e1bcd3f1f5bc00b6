"""The example answers of both documents, and each of them spoilt in one place."""

import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import yaml
from attrs import frozen

from .calling import Name

DOCUMENTS: Final[dict[Name, str]] = {"alpaca": "alpaca-broker.yaml", "clear_street": "clear-street.yaml"}
OPENAPI: Final = Path(__file__).parents[3] / "openapi"
#: An answer that the document describes for every other status.
OTHER: Final = 503


@frozen
class Example:
    """An answer as a document has it; ``operation`` is a method with ``all`` or ``one``."""

    broker: Name
    operation: str
    status: int
    label: str
    value: Any

    def __str__(self) -> str:
        return f"{self.broker} {self.operation} {self.status} {self.label}"


def examples() -> Iterator[Example]:
    for broker, file in DOCUMENTS.items():
        document = yaml.safe_load((OPENAPI / file).read_text("utf-8"))
        for path, item in document["paths"].items():
            for method in item.keys() & {"get", "delete"}:
                operation = f"{method} {'all' if path.endswith('positions') else 'one'}"
                for status, answer in item[method]["responses"].items():
                    number = OTHER if status == "default" else int(status)
                    for label, value in answered(document, answer):
                        yield Example(broker, operation, number, label, value)


def answered(document: Any, answer: Any) -> Iterator[tuple[str, Any]]:
    """The examples of one answer, by name."""
    answer = resolved(document, answer)
    for content in answer.get("content", {}).values():
        if "example" in content:
            yield "example", content["example"]
        for label, example in content.get("examples", {}).items():
            yield label, resolved(document, example)["value"]


def resolved(document: Any, node: Any) -> Any:
    while isinstance(node, dict) and "$ref" in node:
        found = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        node = found
    return node


def spoilt(value: Any) -> Iterator[tuple[str, Any]]:
    """The value with one field missing, null, extra, of an unknown word or of another type; each says how."""
    for place in places(value):
        where = ".".join(map(str, place)) or "$"
        for how, change in CHANGES.items():
            changed = change(copy.deepcopy(value), place)
            if changed is not SAME:
                yield f"{how} {where}", changed


def places(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield at
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inside:
        yield from places(each, (*at, step))


SAME: Final = object()
Change = Callable[[Any, tuple[str | int, ...]], Any]


def _missing(value: Any, place: tuple[str | int, ...]) -> Any:
    if not place:
        return SAME
    del parent(value, place)[place[-1]]
    return value


def _replaced(new: Any, only: type = object) -> Change:
    def change(value: Any, place: tuple[str | int, ...]) -> Any:
        if not place:
            return new if isinstance(value, only) else SAME
        holder = parent(value, place)
        if not isinstance(holder[place[-1]], only):
            return SAME
        holder[place[-1]] = new
        return value

    return change


def _extra(value: Any, place: tuple[str | int, ...]) -> Any:
    target = parent(value, (*place, ""))
    if not isinstance(target, dict):
        return SAME
    target["a field of tomorrow"] = [{"deep": None}]
    return value


def parent(value: Any, place: tuple[str | int, ...]) -> Any:
    for step in place[:-1]:
        value = value[step]
    return value


CHANGES: Final[dict[str, Change]] = {
    "missing": _missing,
    "null": _replaced(None),
    "extra": _extra,
    "unknown word": _replaced("a_word_of_tomorrow", str),
    "number for text": _replaced(7, str),
    "text for all": _replaced("7"),
    "huge number": _replaced("1e999999999", str),
}
