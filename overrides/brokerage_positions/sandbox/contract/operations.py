"""What the documents say of each operation: how it is addressed, and what fits its parameters, body and answers."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any, Final

from attrs import field, frozen

from brokerage_positions.portfolio.frames.extras import library

from ..state import BrokerName
from .documents import FILES, Document, document

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_DECIMAL: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)", re.ASCII)
#: A blank between date and time is seen on the wire, and any number of digits of a second.
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})", re.ASCII
)
_FORMATS: Final[Mapping[str, re.Pattern[str]]] = {"decimal": _DECIMAL, "date-time": _MOMENT}


def is_whole(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.fullmatch(text) is not None


@frozen
class Schema:
    """A schema of a document, compiled; ``kind`` is the JSON type that a text of a query or header stands for."""

    compiled: Any = field(repr=False)
    kind: str = "string"

    def problems(self, value: object) -> list[str]:
        # Answers are nearly always right: the quick question first.
        if self.compiled.is_valid(value):
            return []
        return [
            f"{'.'.join(map(str, error.instance_path))} {error.message}".lstrip()
            for error in self.compiled.iter_errors(value)
        ]


@frozen
class Parameter:
    name: str
    place: str
    required: bool
    schema: Schema


@frozen
class Reply:
    """What an answer has to be: ``schemas`` by media type, ``headers`` by lower-case name."""

    schemas: Mapping[str, Schema]
    headers: Mapping[str, Schema]


@frozen
class Operation:
    """``template`` is the path, split, with ``None`` for a parameter; ``replies`` are keyed by status, or "default"."""

    broker: BrokerName
    id: str
    method: str
    template: tuple[str | None, ...]
    names: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    body: Schema | None
    replies: Mapping[str, Reply]

    def fits(self, method: str, segments: tuple[str, ...]) -> bool:
        return (
            method == self.method
            and len(segments) == len(self.template)
            and all(part in (None, segment) for part, segment in zip(self.template, segments, strict=True))
        )


@frozen
class Contract:
    operations: tuple[Operation, ...]

    def operation(self, method: str, segments: tuple[str, ...]) -> Operation | None:
        return next((each for each in self.operations if each.fits(method, segments)), None)


@cache
def contract() -> Contract:
    """Both documents; read once a process."""
    return Contract(tuple(each for broker in FILES for each in Reader(broker, document(broker)).operations()))


@frozen
class Reader:
    broker: BrokerName
    document: Document = field(repr=False)

    def operations(self) -> Iterator[Operation]:
        for path, item in self.document["paths"].items():
            for method in METHODS:
                if method in item:
                    yield self.operation(path, method, item[method], item.get("parameters", []))

    def operation(self, path: str, method: str, found: Document, shared: list[Document]) -> Operation:
        parts = [part for part in path.split("/") if part]
        parameters = [self.resolved(each) for each in (*shared, *found.get("parameters", []))]
        body = self.resolved(found.get("requestBody", {})).get("content", {}).get("application/json")
        return Operation(
            self.broker,
            found["operationId"],
            method.upper(),
            tuple(None if part.startswith("{") else part for part in parts),
            tuple(part.strip("{}") for part in parts),
            tuple(self.parameter(each) for each in parameters),
            None if body is None else self.schema(body["schema"]),
            {status: self.reply(self.resolved(each)) for status, each in found["responses"].items()},
        )

    def parameter(self, found: Document) -> Parameter:
        return Parameter(found["name"], found["in"], found.get("required", False), self.schema(found["schema"]))

    def reply(self, found: Document) -> Reply:
        headers = {name.lower(): self.resolved(each) for name, each in found.get("headers", {}).items()}
        return Reply(
            {kind: self.schema(each["schema"]) for kind, each in found.get("content", {}).items() if "schema" in each},
            {name: self.schema(each["schema"]) for name, each in headers.items()},
        )

    def schema(self, found: Document) -> Schema:
        whole = {"allOf": [found], "components": {"schemas": self.document["components"]["schemas"]}}
        formats = {name: partial(is_whole, pattern) for name, pattern in _FORMATS.items()}
        draft = library("jsonschema_rs", "sandbox").Draft202012Validator
        compiled = draft(whole, formats=formats, validate_formats=True)
        kind = self.resolved(found).get("type", "object")
        return Schema(compiled, kind if isinstance(kind, str) else kind[0])

    def resolved(self, found: Document) -> Document:
        """What a reference leads to; a document refers to itself only."""
        while reference := found.get("$ref"):
            found = self.document
            for part in reference.removeprefix("#/").split("/"):
                found = found[part.replace("~1", "/").replace("~0", "~")]
        return found
