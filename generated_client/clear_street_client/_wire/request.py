# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""How the values of a request are spelled on the wire."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias
from urllib.parse import quote, unquote

from attrs import frozen

from ..types import UNSET, File, FileTypes
from .codec import Codec, Number


@frozen(eq=False)
class Parameter:
    """A parameter by its name on the wire, and how a value of several parts is spelled.

    In a query ``exploded`` arrays repeat the name; others, and those elsewhere, join their items by ``joint``.
    ``exploded`` objects are ``key=value``, others ``key,value``; ``deep`` ones are ``name[key]=value``.  With ``json``
    the value is one JSON text, whatever it is.
    """

    name: str
    codec: Codec[Any]
    exploded: bool = True
    deep: bool = False
    joint: str = ","
    json: bool = False

    def wire_value(self, value: Any) -> Any:
        """The value as JSON has it, or ``UNSET`` if the parameter is left out."""
        if value is UNSET or (value is None and self.codec.droppable):
            return UNSET
        try:
            found = self.codec.encode(value)
            return write_json(found) if self.json else found
        except (TypeError, ValueError) as error:
            raise type(error)(f"{self.name}: {error}") from None


#: Fixed text and parameters, in turn.
Path: TypeAlias = tuple[str | Parameter, ...]


def spell_path(path: Path, values: Iterable[Any]) -> str:
    """The path with every value percent-encoded inside the one segment that it belongs to."""
    given = iter(values)
    return "".join(part if isinstance(part, str) else _segment(part, next(given)) for part in path)


def _segment(parameter: Parameter, value: Any) -> str:
    found = parameter.wire_value(value)
    text = "" if found is UNSET else _joined(parameter, found, _quoted)
    if text in ("", ".", ".."):
        # Servers and HTTP libraries fold these away, and the request would address what stands above.
        raise ValueError(f"{parameter.name}: an empty value or one of dots cannot be part of a path")
    return text


def _joined(parameter: Parameter, found: Any, spell: Callable[[str], str]) -> str:
    """The whole value as one text."""
    if isinstance(found, list):
        return parameter.joint.join(spell(_text(item)) for item in found)
    if isinstance(found, dict):
        between = "=" if parameter.exploded else parameter.joint
        return parameter.joint.join(f"{spell(key)}{between}{spell(_text(item))}" for key, item in found.items())
    return spell(_text(found))


def _without(joint: str) -> Callable[[str], str]:
    """Spells parts that can be told apart only if none holds what joins them."""

    def spell(text: str) -> str:
        if joint in text:
            raise ValueError(f"a part of the value holds {joint!r}, which stands between the parts")
        return text

    return spell


def spell_query(parameters: tuple[Parameter, ...], values: Iterable[Any]) -> str:
    """The query with its question mark, or nothing."""
    pairs = [pair for parameter, value in zip(parameters, values, strict=True) for pair in _pairs(parameter, value)]
    return "?" + "&".join(f"{quote(name, safe='')}={value}" for name, value in pairs) if pairs else ""


def _pairs(parameter: Parameter, value: Any) -> Iterator[tuple[str, str]]:
    found = parameter.wire_value(value)
    if found is UNSET:
        return
    if isinstance(found, list) and not found:
        raise ValueError(f"{parameter.name}: an empty list cannot be sent; leave the parameter out to ask for all")
    if isinstance(found, list) and parameter.exploded:
        yield from ((parameter.name, _quoted(_text(item))) for item in found)
    elif isinstance(found, dict) and (parameter.exploded or parameter.deep):
        for key, item in found.items():
            yield f"{parameter.name}[{key}]" if parameter.deep else key, _quoted(_text(item))
    else:
        yield parameter.name, _joined(parameter, found, _part(parameter, found))


def _part(parameter: Parameter, found: Any) -> Callable[[str], str]:
    if parameter.joint == "," or not isinstance(found, list | dict):
        return _quoted
    apart = _without(unquote(parameter.joint))  # on the wire it looks like the same character inside a part
    return lambda text: _quoted(apart(text))


def spell_named(parameters: tuple[Parameter, ...], values: Iterable[Any]) -> dict[str, str]:
    """Headers or cookies."""
    found: dict[str, str] = {}
    for parameter, value in zip(parameters, values, strict=True):
        wire = parameter.wire_value(value)
        if wire is not UNSET:
            several = isinstance(wire, list | dict)
            text = _joined(parameter, wire, _without(parameter.joint) if several else str)
            if not text.isprintable():
                raise ValueError(f"{parameter.name}: a header cannot carry control characters")
            found[parameter.name] = text
    return found


def _quoted(text: str) -> str:
    return quote(text, safe="")


def _text(value: Any) -> str:
    if value is None:
        raise ValueError("null cannot be written in an address or a header")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return write_json(value)
    return value.digits if isinstance(value, Number) else str(value)


def write_json(value: Any) -> str:
    """Compact JSON; a number keeps the digits it was given."""
    if isinstance(value, Number):
        return value.digits
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{_scalar(key)}:{write_json(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(write_json, value)) + "]"
    return _scalar(value)


_scalar: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def form_fields(value: Mapping[str, Any]) -> dict[str, str | list[str]]:
    """The fields of an HTML form."""
    return {
        name: [_text(item) for item in found] if isinstance(found, list) else _text(found)
        for name, found in value.items()
        if found is not None
    }


def form_parts(value: Mapping[str, Any]) -> list[tuple[str, FileTypes]]:
    """The parts of a multipart form: files as they are, everything else as text."""
    return [
        (name, item.to_tuple() if isinstance(item, File) else (None, _text(item), None))
        for name, found in value.items()
        for item in (found if isinstance(found, list) else [found])
        if item is not None
    ]
