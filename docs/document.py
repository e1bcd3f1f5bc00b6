"""An OpenAPI document as one page of Markdown: its operations, their answers, and every shape, linked to each other."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

Json = Mapping[str, Any]
#: Keywords that bound a value, in the order in which they are read out.
_BOUNDS: Final = {"minimum": "from", "maximum": "to", "minLength": "length from", "maxLength": "length to"}


def as_markdown(document: Json, file: str) -> str:
    """The page; ``file`` is the name under which the document lies beside it."""
    return "\n".join([*_head(document, file), *_operations(document), *_shapes(document)]) + "\n"


def _head(document: Json, file: str) -> Iterator[str]:
    info = document["info"]
    yield f"# {info['title']}\n"
    yield f"{info['description']}\n"
    yield f"The document itself: [{file}]({file}), OpenAPI {document['openapi']}.  This page is made from it.\n"
    yield "| Address | |\n| --- | --- |"
    for server in document["servers"]:
        yield f"| `{server['url']}` | {_cell(server.get('description', ''))} |"
    for name, scheme in document["components"].get("securitySchemes", {}).items():
        yield f"\nEvery request is authenticated by `{name}` (HTTP {scheme['scheme']}). {scheme.get('description', '')}"


def _operations(document: Json) -> Iterator[str]:
    for path, item in document["paths"].items():
        for method in ("get", "put", "post", "delete", "patch"):
            if method in item:
                yield from _operation(document, path, method, item[method], item.get("parameters", []))


def _operation(document: Json, path: str, method: str, operation: Json, shared: list[Json]) -> Iterator[str]:
    yield f"\n## {operation['summary']} {{ #{operation['operationId']} }}\n"
    yield f"`{method.upper()} {path}`\n"
    yield f"{operation.get('description', '')}\n"
    parameters = [_resolved(document, one) for one in [*shared, *operation.get("parameters", [])]]
    if parameters:
        yield "| Parameter | Where | Kind | |\n| --- | --- | --- | --- |"
        for one in parameters:
            needed = " **required**" if one.get("required") else ""
            said = _cell(one.get("description", ""))
            yield f"| `{one['name']}` | {one['in']}{needed} | {_kind(one['schema'])} | {said} |"
    if "requestBody" in operation:
        body = _resolved(document, operation["requestBody"])
        needed = "required" if body.get("required") else "may be left out"
        yield f"\nBody ({needed}): {_content(body)}. {body.get('description', '')}"
        yield from _examples(body)
    yield "\n| Answer | Content | |\n| --- | --- | --- |"
    answers = {status: _resolved(document, one) for status, one in operation["responses"].items()}
    for status, answer in answers.items():
        yield f"| {status} | {_content(answer)} | {_cell(answer['description'])} |"
    for status, answer in answers.items():
        yield from _examples(answer, f"{status}: ")


def _examples(holder: Json, before: str = "") -> Iterator[str]:
    """Folded away, so that the page can be read from top to bottom."""
    for media in holder.get("content", {}).values():
        for name, example in media.get("examples", {}).items():
            yield f'\n??? example "{before}{example.get("summary", name)}"\n'
            text = json.dumps(example["value"], indent=2, ensure_ascii=False)
            yield "\n".join(f"    {line}" for line in ("```json", *text.splitlines(), "```"))


def _shapes(document: Json) -> Iterator[str]:
    yield "\n## Shapes\n"
    for name, schema in document["components"]["schemas"].items():
        yield f"\n### {name} {{ #{_anchor(name)} }}\n"
        yield f"{schema.get('description', '')}\n"
        if "enum" in schema:
            yield f"{_kind(schema)}\n"
        elif "oneOf" in schema or "anyOf" in schema:
            yield f"Is {_kind(schema)}.\n"
        for part in schema.get("allOf", []):
            if "$ref" in part:
                yield f"All that {_kind(part)} has, and:\n"
        members = list(_members(schema))
        if members:
            yield "| Member | Kind | |\n| --- | --- | --- |"
            yield from members


def _members(schema: Json) -> Iterator[str]:
    for part in (schema, *schema.get("allOf", [])):
        required = part.get("required", [])
        for name, member in part.get("properties", {}).items():
            needed = " **required**" if name in required else ""
            yield f"| `{name}`{needed} | {_kind(member)} | {_cell(member.get('description', ''))} |"


def _content(holder: Json) -> str:
    kinds = [_kind(media["schema"]) for media in holder.get("content", {}).values() if "schema" in media]
    return ", ".join(kinds) or "none"


def _kind(schema: Json) -> str:
    """The kind of a value in a few words, with a link to every shape that has a name."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{_anchor(name)})"
    for word in ("oneOf", "anyOf", "allOf"):
        if word in schema:
            return (" and " if word == "allOf" else " or ").join(map(_kind, schema[word]))
    given = schema.get("type", "anything")
    kinds: list[str] = [given] if isinstance(given, str) else list(given)
    words = " or ".join("array of " + _kind(schema.get("items", {})) if kind == "array" else kind for kind in kinds)
    if "enum" in schema:
        words += ": " + ", ".join(f"`{json.dumps(value)}`" for value in schema["enum"])
    if "format" in schema:
        words += f" ({schema['format']})"
    bounds = [f"{text} {schema[key]}" for key, text in _BOUNDS.items() if key in schema]
    return ", ".join([words, *bounds])


def _resolved(document: Json, value: Json) -> Json:
    """The value, or what its reference inside the document points to."""
    found: Any = value
    if "$ref" in value:
        found = document
        for step in value["$ref"].removeprefix("#/").split("/"):
            found = found[step.replace("~1", "/").replace("~0", "~")]
    return found  # type: ignore[no-any-return]


def _anchor(name: str) -> str:
    return f"shape-{name.lower()}"


def _cell(text: str) -> str:
    """Text that cannot end its cell."""
    return " ".join(text.split()).replace("|", "\\|")
