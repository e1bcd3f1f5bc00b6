"""What the template of an operation is given: its arguments, and the table that says how they travel."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from attrs import frozen
from openapi_python_client.parser.openapi import Endpoint

from generator.model import JsonObject
from generator.rendering.answers import answers
from generator.rendering.arguments import Argument, arguments, body_kind
from generator.rendering.kinds import Kind, either
from generator.rendering.media import essence
from generator.rendering.operations import written_path
from generator.rendering.text import described, docstring, literal

#: What RFC 3986 lets stand in a path; everything else in the document's own text is percent-encoded.
_PATH_SAFE: Final = "/:@!$&'()*+,;=-._~%"


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
    given = tuple(arguments(endpoint, item))
    table = list(answers(endpoint, operation))
    bodies = [(body.content_type.get_untrusted_value(), body) for body in endpoint.bodies]
    kinds = [*(a.kind for a in given), *(answer.kind for answer in table), *(body_kind(body) for _, body in bodies)]
    return EndpointView(
        str(endpoint.name),
        literal(endpoint.method.upper()),
        _path(written_path(endpoint), given),
        given,
        tuple(_body(operation["requestBody"]["content"][media], media, body_kind(body)) for media, body in bodies),
        tuple(answer.text for answer in table),
        either([answer.kind.type for answer in table]),
        either([answer.kind.type for answer in table if not answer.failure]),
        docstring(_says(endpoint, given), 4),
        tuple(sorted({pair for kind in kinds for pair in kind.classes | kind.enums})),
    )


def _body(said: JsonObject, media: str, kind: Kind) -> str:
    text = ", text=True" if said["family"] == "text" else ""
    return f"_wire.Body({literal(essence(media))}, {kind.codec}{text})"


def _path(written: str, given: tuple[Argument, ...]) -> str:
    by_name = {argument.wire_name: argument for argument in given if argument.place == "path"}
    parts: list[str] = []
    for i, part in enumerate(re.split(r"\{([^{}]*)\}", written)):
        if i % 2:
            parts.append(by_name[part].parameter)
        elif part:
            parts.append(literal(quote(part, safe=_PATH_SAFE)))
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
