"""Of which kind the values are that have no shape of their own: flags, lists of tags, servers, credentials, links."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from generator.model import Json, JsonObject

Test: TypeAlias = Callable[[Json], bool]


def _flag(value: Json) -> bool:
    return isinstance(value, bool)


def _text(value: Json) -> bool:
    return isinstance(value, str)


def _object(value: Json) -> bool:
    return isinstance(value, dict)


def _list_of(test: Test) -> Test:
    return lambda value: isinstance(value, list) and all(map(test, value))


def _map_of(test: Test) -> Test:
    return lambda value: isinstance(value, dict) and all(map(test, value.values()))


_SECURITY: Final = _list_of(_map_of(_list_of(_text)))
_SERVERS: Final = _list_of(_object)
_LINKS: Final = _map_of(_object)
_KINDS: Final[Mapping[str, Mapping[str, Test]]] = {
    "document": {"info": _object, "servers": _SERVERS, "security": _SECURITY, "tags": _list_of(_object)},
    "path": {"servers": _SERVERS},
    "operation": {"deprecated": _flag, "servers": _SERVERS, "security": _SECURITY, "tags": _list_of(_text)},
    "parameter": {**dict.fromkeys(("required", "deprecated", "explode", "allowReserved"), _flag), "style": _text},
    "header": {**dict.fromkeys(("required", "deprecated", "explode"), _flag), "style": _text},
    "body": {"required": _flag},
    "response": {"links": _LINKS},
    "components": {"links": _LINKS, "examples": _map_of(_object), "securitySchemes": _map_of(_object)},
    "encoding": {"explode": _flag, "contentType": _text},
}


def of_another_kind(shape: str, node: JsonObject) -> Iterator[str]:
    """The keys whose values are not of their kind."""
    for key, test in _KINDS.get(shape, {}).items():
        if key in node and not test(node[key]):
            yield key
