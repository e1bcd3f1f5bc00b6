"""What an operation answers, as the table that its module holds."""

from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen
from openapi_python_client.parser.openapi import Endpoint

from generator.model import JsonObject
from generator.rendering.contents import Contents
from generator.rendering.kinds import FILE, TEXT, Kind, kind_of
from generator.rendering.media import essence
from generator.rendering.text import literal

_NOTHING: Final = evolve(TEXT, type="None")
_JSON: Final = "application/json"


@frozen
class AnswerView:
    """One entry of the table: a status or a range of them, in one media type."""

    first: int
    last: int
    source: str
    kind: Kind
    media: str
    failure: bool

    @property
    def text(self) -> str:
        """As it stands in the table."""
        codec = "" if self.source == "nothing" else f", {self.kind.codec}"
        media = "" if self.media == _JSON else f", media={literal(self.media)}"
        failure = ", failure=True" if self.failure else ""
        return f"_wire.Answer({self.first}, {self.last}, {literal(self.source)}{codec}{media}{failure})"


def answers(endpoint: Endpoint, operation: JsonObject) -> Iterator[AnswerView]:
    """Every entry, the particular before the general."""
    documented = any(status.startswith("2") for status in operation["responses"])
    for response in endpoint.responses:
        first, last = response.status_code.range or (0, 999)
        entries = list(_entries(response, operation, endpoint.method))
        if response.is_default() and not documented:  # it speaks of success and failure alike
            yield from (AnswerView(200, 299, *entry, False) for entry in entries)
        failure = first >= 400 or response.is_default()
        yield from (AnswerView(first, last, *entry, failure) for entry in entries)


def _entries(response: object, operation: JsonObject, method: str) -> Iterator[tuple[str, Kind, str]]:
    if not isinstance(response, Contents) or not response.props or method == "head":
        yield "nothing", _NOTHING, _JSON
        return
    content = operation["responses"][response.status_code.pattern]["content"]
    for (media, said), prop in zip(content.items(), response.props, strict=True):
        source = said["family"]
        kind = {"text": TEXT, "bytes": FILE}.get(source) or kind_of(prop)
        yield source, kind, essence(media)
