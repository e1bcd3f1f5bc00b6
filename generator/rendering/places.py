"""Where in the document the parser stands, so that what it cannot do is told with a pointer.

The parser collects warnings that name at most an operation; here the first one ends the job.
"""

import re
from typing import Any, Final, NoReturn

import openapi_python_client.schema as oai
from openapi_python_client.parser.errors import GeneratorError, ParseError
from pydantic import ValidationError

from generator.document import pointer
from generator.errors import RenderError
from generator.model import Json, JsonObject

TODO: Final = "correct the document, by an overlay where a page is wrong"
_POINTER: Final = "place"
_OMITTED: Final = re.compile(r"[,.]? ?(?:response|Endpoint) will (?:be omitted from generated client|not be generated)")


def refuse(error: GeneratorError, path: str) -> NoReturn:
    """The parser's problem as an error of ours; a pointer noted on it before is nearer than ``path``."""
    raise RenderError("", getattr(error, _POINTER, path), told(error), TODO)


def note(error: object, path: str) -> None:
    """Remember where a problem is, if it is one."""
    if isinstance(error, ParseError) and not hasattr(error, _POINTER):
        setattr(error, _POINTER, path)


def told(error: GeneratorError) -> str:
    """The parser's words on one line, without what they say of its own insides."""
    words = " ".join(f"{error.header} {error.detail or ''}".split())
    return _OMITTED.sub("", words)


def check_form(document: JsonObject) -> None:
    """Whether the parser can read the document at all: its own message shows values, and no place."""
    try:
        oai.OpenAPI.model_validate(document)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise RenderError("", _existing(document, first["loc"]), first["msg"], TODO) from None


def _existing(document: Json, steps: tuple[Any, ...]) -> str:
    """The steps that lead somewhere; the others name the parser's own alternatives."""
    found: list[str | int] = []
    for step in steps:
        if (isinstance(document, dict) and step in document) or (isinstance(document, list) and isinstance(step, int)):
            document = document[step]
            found.append(step)
    return pointer(*found)


def parameter_place(document: JsonObject, path: str, method: str, name: str) -> str:
    """Where the parameter of an operation stands."""
    item = document["paths"][path]
    for holder, place in ((item[method], pointer("paths", path, method)), (item, pointer("paths", path))):
        for i, parameter in enumerate(holder.get("parameters", ())):
            if parameter["name"] == name:
                return place + pointer("parameters", i)
    return pointer("paths", path, method)
