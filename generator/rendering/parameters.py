"""Parameters of a document, checked and completed before the parser sees them."""

from collections.abc import Sequence
from typing import Any, Final

from generator.document import pointer, resolve
from generator.errors import RenderError
from generator.model import JsonObject
from generator.rendering.media import family
from generator.rendering.values import anything_if_boolean

_PLACES: Final = ("path", "query", "header", "cookie")
#: What can be written, beside the two styles that are nothing special anywhere; by what joins the items of an array.
JOINTS: Final = {"form": ",", "simple": ",", "deepObject": ",", "pipeDelimited": "%7C", "spaceDelimited": "%20"}
_ANYWHERE: Final = ("form", "simple")


def plain_parameter(document: JsonObject, parameter: JsonObject, source: str, path: str) -> JsonObject:
    """The parameter with a schema; ``content`` stays only if its value is to be written as JSON."""
    name, place = parameter.get("name"), parameter.get("in")
    if not isinstance(name, str) or place not in _PLACES:
        raise RenderError(source, path, "a parameter without a name or a known place", "correct it by an overlay")
    found: JsonObject = {**parameter, "required": parameter.get("required", False) or place == "path"}
    content = found.pop("content", None)
    if content:
        return _written_as_content(document, found, content, source, path)
    if "schema" not in found:
        what = f"parameter {name} ({place}) has neither a schema nor a content, so it would be left out"
        raise RenderError(source, path, what, "say what it is, by an overlay")
    style = found.get("style", "form")
    if style not in (JOINTS if place == "query" else _ANYWHERE):
        what = f"parameter {name} ({place}): nothing here writes the style {style} in the {place}"
        raise RenderError(source, path + pointer("style"), what, "choose another style by an overlay")
    found["schema"] = anything_if_boolean(found["schema"])
    return found


def _written_as_content(
    document: JsonObject, parameter: JsonObject, content: Any, source: str, path: str
) -> JsonObject:
    what = f"parameter {parameter['name']} ({parameter['in']}): its content is not one media type"
    todo = "leave application/json, or a schema instead of the content, by an overlay"
    if not isinstance(content, dict) or len(content) != 1:
        raise RenderError(source, path + pointer("content"), what, todo)
    media, said = next(iter(content.items()))
    schema = anything_if_boolean(said.get("schema", {}))
    match family(media, resolve(document, schema)):
        case "json":
            return {**parameter, "schema": schema, "content": {media: {}}}
        case "text":
            return {**parameter, "schema": {"type": "string"}}
    what = f"parameter {parameter['name']} ({parameter['in']}): nothing here writes a parameter as {media}"
    raise RenderError(source, path + pointer("content", media), what, todo)


def refuse_twins(parameters: Sequence[JsonObject], source: str, path: str) -> None:
    """One list may name each parameter of a place only once."""
    seen: set[tuple[str, str]] = set()
    for i, parameter in enumerate(parameters):
        key = parameter["in"], parameter["name"]
        if key in seen:
            what = f"parameter {key[1]} ({key[0]}) is listed twice"
            raise RenderError(source, path + pointer("parameters", i), what, "remove one by an overlay")
        seen.add(key)
