"""A document with everything in it that the parser lacks or leaves out said in a way that it understands.

What cannot be said is refused here, with the place where it stands; the parser's own words seldom name that.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from generator.document import METHODS, pointer, resolve, rewrite
from generator.errors import RenderError
from generator.model import Json, JsonObject
from generator.rendering.media import essence, family, is_open
from generator.rendering.parameters import plain_parameter, refuse_twins
from generator.rendering.values import anything_if_boolean, plain_schema

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
#: What the parser can refer to.
_NAMED: Final = re.compile(r"#/components/schemas/[^/]+")
#: What a body left open is sent as.
_SENT_AS: Final = {"json": "application/json", "text": "text/plain"}


def plain(document: JsonObject, source: str) -> JsonObject:
    """The document; ``RenderError`` with a pointer for what no client can be made of."""
    paths = document.get("paths")
    items = paths if isinstance(paths, dict) else {}
    whole: JsonObject = {**document, "paths": {path: _inlined(document, item) for path, item in items.items()}}
    schemas = (document.get("components") or {}).get("schemas") or {}
    whole["components"] = {"schemas": {name: anything_if_boolean(schema) for name, schema in schemas.items()}}
    whole.pop("webhooks", None)

    inside: dict[str, str] = {}  # the references being followed, and where each stands

    def inlined(node: JsonObject, path: str) -> Json:
        ref = node["$ref"]
        if ref in inside:
            what = f"{ref} leads back to itself, and only what stands in components/schemas has a name to say that by"
            raise RenderError(source, next(iter(inside.values())), what, "move it there by an overlay")
        inside[ref] = path
        found = rewrite(anything_if_boolean(resolve(document, node)), visit, "schema", path)
        del inside[ref]
        return found

    def visit(shape: str, node: JsonObject, path: str, name: str) -> Json:
        if "$ref" in node:
            return node if shape != "schema" or _NAMED.fullmatch(node["$ref"]) else inlined(node, path)
        if shape == "schema":
            return plain_schema(node)
        if shape == "parameter":
            return plain_parameter(document, node, source, path)
        if shape == "response":
            return _response(document, node, source, path)
        if shape == "body":
            return _body(document, node, source, path)
        return node

    found: JsonObject = rewrite(whole, visit)
    for path, item in found["paths"].items():
        _check(path, item, source)
    return found


def _inlined(document: JsonObject, item: Json) -> JsonObject:
    """A path item that refers to nothing but schemas."""
    found: JsonObject = dict(resolve(document, item))
    _resolve_list(document, found)
    for method in METHODS:
        if method in found:
            operation = found[method] = dict(found[method])
            operation.pop("callbacks", None)
            _resolve_list(document, operation)
            if "requestBody" in operation:
                operation["requestBody"] = resolve(document, operation["requestBody"])
            responses = operation.get("responses") or {}
            operation["responses"] = {
                str(status).replace("x", "X"): resolve(document, response)
                for status, response in responses.items()
                if not str(status).startswith("x-")
            }
    return found


def _resolve_list(document: JsonObject, holder: JsonObject) -> None:
    if isinstance(listed := holder.get("parameters"), list):
        holder["parameters"] = [resolve(document, parameter) for parameter in listed]


def _response(document: JsonObject, response: JsonObject, source: str, path: str) -> JsonObject:
    kept = {key: value for key, value in response.items() if key not in ("headers", "links", "content")}
    content: JsonObject = {}
    for media, said in _media_types(response, source, path):
        found = family(media, resolve(document, said.get("schema")))
        read = {"form": "text", "parts": "bytes"}.get(found, found)
        if read == "json" and "schema" not in said:
            read = "any"
        content[media] = {"schema": _schema(read, said), "family": read}
    first = sorted(content, key=lambda media: (content[media]["family"] not in ("json", "any"), is_open(media)))
    return {**kept, "content": {media: content[media] for media in first}} if content else kept


def _body(document: JsonObject, body: JsonObject, source: str, path: str) -> JsonObject:
    content: JsonObject = {}
    for media, said in _media_types(body, source, path):
        schema = resolve(document, said.get("schema"))
        found = family(media, schema)
        if found in ("form", "parts"):
            _refuse_no_object(schema, source, path + pointer("content", media, "schema"))
        written = _SENT_AS.get(found, media) if is_open(media) else media
        content.setdefault(written, {"schema": _schema(found, said), "family": found})
    return {**body, "content": content}


def _media_types(holder: JsonObject, source: str, path: str) -> Iterator[tuple[str, JsonObject]]:
    for media, said in (holder.get("content") or {}).items():
        if not media.isascii() or not media.isprintable() or not essence(media):
            what = "the media type holds characters that an HTTP header cannot carry"
            raise RenderError(source, path + pointer("content"), what, "correct it by an overlay")
        yield media, said if isinstance(said, dict) else {}


def _schema(found: str, said: JsonObject) -> Json:
    if found == "text":
        return {"type": "string"}
    if found == "bytes":
        return {"type": "string", "format": "binary"}
    return anything_if_boolean(said.get("schema", {"type": "object"} if found in ("form", "parts") else {}))


def _refuse_no_object(schema: Json, source: str, path: str) -> None:
    kind = schema.get("type", "object") if isinstance(schema, dict) else "object"
    if "object" not in (kind if isinstance(kind, list) else [kind]):
        raise RenderError(source, path, f"a form has fields, this is of type {kind}", "make it an object by an overlay")


def _check(path: str, item: JsonObject, source: str) -> None:
    place = pointer("paths", path)
    if not path.startswith("/") or {".", ".."} & set(path.split("/")):
        what = "the path does not start at the root, or holds a segment of dots"
        raise RenderError(source, place, what, "write it from the root, by an overlay")
    named = _PLACEHOLDER.findall(path)
    if repeated := sorted(name for name, count in Counter(named).items() if count > 1):
        what = f"the path names {', '.join(repeated)} more than once, and a value can be given but once"
        raise RenderError(source, place, what, "give each its own name, in the path and the parameters, by an overlay")
    shared = item.get("parameters", [])
    refuse_twins(shared, source, place)
    for method in METHODS:
        if method in item:
            own = item[method].get("parameters", [])
            refuse_twins(own, source, place + pointer(method))
            given = {p["name"] for p in (*shared, *own) if p["in"] == "path"}
            if missing := [name for name in named if name not in given]:
                what = f"no parameter says what {', '.join(missing)} in the path is"
                raise RenderError(source, place + pointer(method), what, "add the path parameter by an overlay")
            if foreign := sorted(given.difference(named)):
                what = f"the path has no place for the path parameter {', '.join(foreign)}"
                raise RenderError(source, place + pointer(method), what, "correct its name or place by an overlay")
