"""What the template of an operation is given: its arguments, and the table that says how they travel."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from attrs import evolve, frozen
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.responses import Response

from generator.model import JsonObject
from generator.rendering.arguments import Argument, arguments, body_kind
from generator.rendering.kinds import FILE, Kind, either, kind_of
from generator.rendering.patches import written_path
from generator.rendering.text import described, docstring, literal

_SOURCES: Final = {"response.json()": "json", "response.text": "text", "response.content": "bytes", "None": "nothing"}
#: What RFC 3986 lets stand in a path; everything else in the document's own text is percent-encoded.
_PATH_SAFE: Final = "/:@!$&'()*+,;=-._~%"
_TEXT: Final = Kind("str", "_wire.STRING", None, None)


@frozen
class EndpointView:
    """One operation."""

    module: str
    method: str
    path: str
    arguments: tuple[Argument, ...]
    bodies: tuple[str, ...]
    answers: tuple[str, ...]
    all_types: str
    good_types: str
    docstring: str
    classes: tuple[tuple[str, str], ...]

    def at(self, place: str) -> list[Argument]:
        """The arguments that travel in one place."""
        return [argument for argument in self.arguments if argument.place == place]

    @property
    def positional(self) -> list[Argument]:
        """What the path needs is given by position or name, everything else by name."""
        return self.at("path")

    @property
    def named(self) -> list[Argument]:
        """The other arguments, those without a default first."""
        return sorted((a for a in self.arguments if a.place != "path"), key=lambda a: not a.required)


def endpoint_view(document: JsonObject, endpoint: Endpoint) -> EndpointView:
    """The view of one parsed operation; ``document`` has what the parser drops."""
    item = document["paths"][written_path(endpoint)]
    operation = item[endpoint.method]
    given = tuple(arguments(document, endpoint, item))
    answers = [_answer(document, response, operation) for response in endpoint.responses]
    kinds = [*(a.kind for a in given), *(kind for kind, _, _ in answers)]
    bodies = [(str(body.content_type.get_untrusted_value()), body_kind(body)) for body in endpoint.bodies]
    kinds += [kind for _, kind in bodies]
    good = [kind for kind, failure, _ in answers if not failure]
    return EndpointView(
        str(endpoint.name),
        literal(endpoint.method.upper()),
        _path(written_path(endpoint), given),
        given,
        tuple(f"_wire.Body({literal(_media(content_type))}, {kind.codec})" for content_type, kind in bodies),
        tuple(text for _, _, text in answers),
        either([kind.type for kind, _, _ in answers]),
        either([kind.type for kind in good]),
        docstring(_says(endpoint, given), 4),
        tuple(sorted({pair for kind in kinds for pair in kind.classes | kind.enums})),
    )


def _media(content_type: str) -> str:
    media, _, rest = content_type.partition(";")
    if not (media + rest).isascii() or not (media + rest).isprintable():
        raise ValueError("a media type holds characters that an HTTP header cannot carry")
    return media.strip().lower()


def _answer(document: JsonObject, response: Response, operation: JsonObject) -> tuple[Kind, bool, str]:
    source = _SOURCES[response.source["attribute"]]
    kind = {"text": _TEXT, "bytes": FILE, "nothing": evolve(_TEXT, type="None")}.get(source) or kind_of(response.prop)
    first, last = response.status_code.range or (0, 999)
    documented = any(str(status).startswith("2") for status in operation["responses"])
    failure = first >= 400 or (response.is_default() and documented)
    codec = "" if source == "nothing" else f", {kind.codec}"
    text = f"_wire.Answer({first}, {last}, {literal(source)}{codec}" + (", failure=True)" if failure else ")")
    return kind, failure, text


def _path(written: str, given: tuple[Argument, ...]) -> str:
    by_name = {argument.wire_name: argument for argument in given if argument.place == "path"}
    parts: list[str] = []
    for i, part in enumerate(re.split(r"\{([^{}]*)\}", written)):
        if i % 2:
            parts.append(by_name[part].parameter)
        elif part:
            parts.append(literal(quote(part, safe=_PATH_SAFE)))
    if {".", ".."} & set(written.split("/")) or not written.startswith("/"):
        raise ValueError("the path does not start at the root, or holds a segment of dots")
    return f"({', '.join(parts)},)"


def _says(endpoint: Endpoint, given: tuple[Argument, ...]) -> Iterator[str]:
    summary = endpoint.summary.get_untrusted_value().strip()
    description = endpoint.description.get_untrusted_value().strip()
    yield summary or description or f"{endpoint.method.upper()} {written_path(endpoint)}"
    if summary and description and description != summary:
        yield description
    entries = [(argument.name, argument.description) for argument in given if argument.description.strip()]
    if entries:
        yield "Args:\n" + described(entries)
