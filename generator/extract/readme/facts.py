"""A definition without its prose: what the sentences state becomes keys, everything else stays as it is.

A machine-readable keyword is never overruled by a sentence: units become ``x-unit``, and what would change a keyword
(nullability, how a list is spelled) is kept beside it, in ``x-told``.
"""

from collections.abc import Callable
from typing import Final, NoReturn

from generator.document import rewrite
from generator.errors import PageError
from generator.extract.readme.checks import check
from generator.model import Json, JsonObject
from generator.rules import prose

_PROSE: Final = ("description", "summary", "externalDocs")
#: Keys of the documentation tools, which say how a page looks.
_NOISE: Final = frozenset(
    "x-stoplight x-readme x-internal x-tags x-tagGroups x-logo x-codeSamples x-code-samples x-samples-languages "
    "x-proxy-enabled x-samples-enabled x-explorer-enabled x-enum-descriptions x-enumDescriptions".split()
)


def facts(definition: JsonObject, page: str, line_of: Callable[[str], int]) -> JsonObject:
    """The definition's facts; hostile or ill-typed parts are a ``PageError`` with the line of their pointer."""

    def place(path: str) -> str:
        return f"{page}:{line_of(path)}"

    def refuse(path: str, what: str, todo: str) -> NoReturn:
        raise PageError(place(path), path, what, todo)

    def visit(shape: str, node: JsonObject, path: str, name: str) -> Json:
        check(shape, node, path, definition, lambda: place(path), refuse)
        return _STRIP.get(shape, _plain)(node, name)

    return rewrite(definition, visit)  # type: ignore[no-any-return]


def _plain(node: JsonObject, name: str) -> JsonObject:
    """Without prose and noise; ``x-`` keys that are left are facts, their sentences are not."""
    return {
        key: prose.without_prose(value, key) if key.startswith("x-") else value
        for key, value in node.items()
        if key not in _PROSE and key not in _NOISE
    }


def _told(node: JsonObject) -> JsonObject:
    text = node.get("description")
    return prose.facts(text) if isinstance(text, str) else {}


def _schema(node: JsonObject, name: str) -> JsonObject:
    told = _told(node)
    kept = _plain({key: value for key, value in node.items() if key not in ("title", "x-examples")}, name)
    for key in ("example", "default"):
        if key in kept:
            kept[key] = prose.without_prose(kept[key], name)
    samples = [*_samples(node.get("x-examples")), *(node["examples"] if isinstance(node.get("examples"), list) else [])]
    if samples:
        kept["examples"] = [prose.without_prose(sample, name) for sample in samples]
    return _with_told(kept, told)


def _with_told(node: JsonObject, told: JsonObject) -> JsonObject:
    for key in ("x-unit", "x-decimal-places"):
        if key in told:
            node.setdefault(key, told[key])
    beside = {key: told[key] for key in ("nullable", "deprecated") if key in told and key not in node}
    return {**node, "x-told": beside} if beside else node


def _samples(stated: Json) -> list[Json]:
    """What ``x-examples`` holds: values by a label, each bare or under ``value``."""
    labelled = stated.values() if isinstance(stated, dict) else stated if isinstance(stated, list) else ()
    return [one["value"] if isinstance(one, dict) and "value" in one else one for one in labelled]


def _parameter(node: JsonObject, name: str) -> JsonObject:
    told = _told(node)
    kept = _with_samples(_plain(node, name), name)
    if isinstance(schema := kept.get("schema"), dict):
        units = {key: value for key, value in told.items() if key.startswith("x-")}
        kept["schema"] = {**units, **schema} if units else schema
        if told.get("explode") is False and schema.get("type") == "array" and "explode" not in kept:
            kept["x-told"] = {"explode": False}
    return kept


def _with_samples(node: JsonObject, name: str) -> JsonObject:
    if "example" in node:
        node["example"] = prose.without_prose(node["example"], name)
    if isinstance(node.get("examples"), dict):
        node["examples"] = {key: _sample(value, name) for key, value in node["examples"].items()}
    return node


def _sample(node: Json, name: str) -> Json:
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if key not in _PROSE}
    return {**kept, "value": prose.without_prose(kept["value"], name)} if "value" in kept else kept


def _response(node: JsonObject, name: str) -> JsonObject:
    kept = _plain(node, name)
    if isinstance(links := kept.get("links"), dict):
        kept["links"] = {key: _plain(link, key) if isinstance(link, dict) else link for key, link in links.items()}
    return kept


def _document(node: JsonObject, name: str) -> JsonObject:
    kept = _with_servers(node, name)
    if isinstance(info := kept.get("info"), dict):
        kept["info"] = {key: info[key] for key in ("title", "version") if key in info}
    if isinstance(tags := kept.get("tags"), list):
        kept["tags"] = [{"name": tag["name"]} for tag in tags if isinstance(tag, dict) and "name" in tag]
    return {key: value for key, value in kept.items() if value not in ([], {}) or key == "security"}


def _with_servers(node: JsonObject, name: str) -> JsonObject:
    kept = _plain(node, name)
    if isinstance(servers := kept.get("servers"), list):
        kept["servers"] = [_server(server) for server in servers if isinstance(server, dict)]
    return kept


def _server(node: JsonObject) -> JsonObject:
    kept = _plain(node, "")
    if isinstance(variables := kept.get("variables"), dict):
        kept["variables"] = {key: _plain(one, key) for key, one in variables.items() if isinstance(one, dict)}
    return kept


def _components(node: JsonObject, name: str) -> JsonObject:
    kept = _plain(node, name)
    if isinstance(schemes := kept.get("securitySchemes"), dict):
        kept["securitySchemes"] = {key: _scheme(one) for key, one in schemes.items() if isinstance(one, dict)}
    if isinstance(samples := kept.get("examples"), dict):
        kept["examples"] = {key: _sample(one, key) for key, one in samples.items()}
    return kept


def _scheme(node: JsonObject) -> JsonObject:
    kept = _plain(node, "")
    if isinstance(flows := kept.get("flows"), dict):
        kept["flows"] = {
            key: {**flow, "scopes": dict.fromkeys(flow.get("scopes") or (), "")} if isinstance(flow, dict) else flow
            for key, flow in flows.items()
        }
    return kept


_STRIP: Final = {
    "schema": _schema,
    "parameter": _parameter,
    "header": _parameter,
    "media": lambda node, name: _with_samples(_plain(node, name), name),
    "response": _response,
    "document": _document,
    "path": _with_servers,
    "operation": _with_servers,
    "components": _components,
}
