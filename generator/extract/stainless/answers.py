"""Responses: the success by rule 200, each error under the code in its sample."""

from collections.abc import Sequence
from typing import Final

from generator.extract.stainless.anonymous import data_class, named_by_resource
from generator.extract.stainless.blocks import Block
from generator.extract.stainless.classes import Classes
from generator.extract.stainless.nesting import Node, by_depth, with_envelope
from generator.extract.stainless.schemas import Reader
from generator.extract.stainless.tokens import Entry, Sample
from generator.extract.stainless.type_text import Type
from generator.extract.stainless.unnested import by_sample
from generator.model import Json, JsonObject
from generator.rules.prose import without_prose

_MEDIA: Final = "application/json"


def error_of(sample: Json) -> JsonObject | None:
    """The error object a sample reports, in an envelope or bare; None where it reports success."""
    if not isinstance(sample, dict):
        return None
    error = sample.get("error")
    if isinstance(error, dict) and sample.get("data") is None:
        return error
    bare = isinstance(sample.get("code"), int) and isinstance(sample.get("message"), str)
    return sample if bare and "data" not in sample and sample.keys() <= _BARE else None


_BARE: Final = frozenset({"code", "message", "details", "request_id", "metadata", "type", "status"})


def split(block: Block) -> tuple[list[Sample], list[Sample]]:
    """The samples of success and those of errors, each once."""
    stated: list[Sample] = []
    for sample in block.samples:
        if all(sample.value != other.value for other in stated):
            stated.append(sample)
    errors = [sample for sample in stated if error_of(sample.value) is not None]
    return [sample for sample in stated if sample not in errors], errors


def responses(block: Block, classes: Classes) -> JsonObject:
    """All responses of an operation."""
    successes, errors = split(block)
    found: JsonObject = {"200": _success(block, [s.value for s in successes], [s.value for s in errors], classes)}
    by_status: dict[str, list[Json]] = {}
    for sample in errors:
        by_status.setdefault(_status(error_of(sample.value) or {}, sample.line, classes), []).append(sample.value)
    for status, values in sorted(by_status.items()):
        schema = {**classes.shown(values, block.line), "x-inferred": "example"}
        mark = {"x-inferred": "error-status-in-example"}
        found[status] = {**mark, "content": {_MEDIA: {"schema": schema, **_examples(values)}}}
    return found


def _status(error: JsonObject, line: int, classes: Classes) -> str:
    code = error.get("code")
    if isinstance(code, int) and not isinstance(code, bool) and 400 <= code <= 599:
        return str(code)
    what = f"an error sample whose code is no HTTP status ({str(code)[:40]})"
    classes.find("error-without-status", line, what, "it describes the default response")
    return "default"


def _examples(values: Sequence[Json]) -> JsonObject:
    clean = [without_prose(value) for value in values]
    if len(clean) < 2:
        return {"example": clean[0]} if clean else {}
    return {"examples": {f"sample-{number}": {"value": value} for number, value in enumerate(clean, 1)}}


def _success(block: Block, samples: list[Json], errors: list[Json], classes: Classes) -> JsonObject:
    schema = _schema(block, samples, errors, classes)
    mark: JsonObject = {"x-inferred": "success-200"}
    if schema is None:
        return mark
    return {**mark, "content": {_MEDIA: {"schema": schema, **_examples(samples)}}}


def _schema(block: Block, samples: list[Json], errors: list[Json], classes: Classes) -> JsonObject | None:
    reader = Reader(classes, sent=False)
    listed = with_envelope(block.lists["returns"], samples)
    if block.signature is not None:
        listed = named_by_resource(listed, block.signature.method)
    # An error's sample shows what stands in the error field of every answer.
    nodes = trees(listed, [*samples, *errors], classes)
    nodes = [_named_data(node, block, samples) for node in nodes]
    returns = block.signature.returns if block.signature is not None else None
    fields = tuple(node for node in nodes if node.entry.kind == "field")
    others = [node for node in nodes if node.entry.kind != "field"]
    if fields and not others:
        line = fields[0].entry.line
        whole = _named_data(Node(Entry("class", line), fields), block, samples)
        if returns is not None and returns.mentions() == {returns.name}:
            return reader.klass(returns.name, whole.children, samples, line)
        return reader.object(whole.children, samples)
    if others:
        schemas = [reader.top(node, samples) for node in others]
        # A page may describe further classes below the one that is returned.
        return schemas[0]
    if returns is None:
        return {**classes.shown(samples, block.line), "x-inferred": "example"} if samples else None
    if returns.name == "None":
        return None
    line = block.signature.line if block.signature is not None else block.line
    schema = reader.type(returns, Node(Entry("variant", line, type=returns)), samples)
    if not schema and samples:
        return {**classes.shown(samples, block.line), "x-inferred": "example"}
    return schema


def trees(
    entries: Sequence[Entry], samples: Sequence[Json], classes: Classes, apart: frozenset[str] = frozenset()
) -> list[Node]:
    """The entries nested, by their depth or by the samples."""
    if entries and all(entry.depth is not None for entry in entries):
        return by_depth(entries, classes.page)
    nodes, guessed = by_sample(entries, samples, classes.page, apart)
    for entry in guessed:
        what = f"where the fields of {entry.name or entry.type} end is told by their order alone"
        classes.find("nesting-guessed", entry.line, what, "scrape the page with its line breaks")
    return nodes


def _named_data(node: Node, block: Block, samples: list[Json]) -> Node:
    """The node with a class for a ``data`` level that only the sample shows."""
    if node.entry.kind != "class" or block.signature is None:
        return node
    held = [s["data"] for s in samples if isinstance(s, dict) and s.get("data") is not None]
    many = any(isinstance(value, list) for value in held)
    item = Type(data_class(block.signature.method, many))
    children = []
    for child in node.children:
        if child.entry.type is None and child.entry.facts.get("x-inferred") == "example":
            kind = Type("List", (item,)) if many else item
            child = Node(_typed(child.entry, kind), child.children, child.values)
        children.append(child)
    return Node(node.entry, tuple(children), node.values)


def _typed(entry: Entry, kind: Type) -> Entry:
    return Entry("field", entry.line, entry.name, kind, depth=entry.depth, facts=entry.facts)
