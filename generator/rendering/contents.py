"""The bodies of requests and answers, parsed for every media type: the parser knows few, and one of each answer."""

from typing import Any, Final

import openapi_python_client.parser.properties as properties
import openapi_python_client.schema as oai
from attrs import define, evolve
from openapi_python_client.parser.bodies import Body, BodyType
from openapi_python_client.parser.errors import PropertyError
from openapi_python_client.parser.responses import HTTPStatusPattern, Response, empty_response

from generator.document import pointer
from generator.rendering.places import refuse

#: The parser's own kinds of bodies; the classes of several are called after them.
_BODY_TYPES: Final = {
    "json": BodyType.JSON,
    "form": BodyType.DATA,
    "parts": BodyType.FILES,
    "text": BodyType.CONTENT,
    "bytes": BodyType.CONTENT,
}


@define(order=False)
class Contents(Response):
    """An answer with what each of its media types is, in the order of the document's ``content``."""

    props: tuple[Any, ...] = ()


def parse_response(
    place: str, *, status_code: HTTPStatusPattern, data: oai.Response, schemas: Any, parent_name: str, config: Any
) -> tuple[Response, Any]:
    """An answer; ``place`` is the pointer of its operation."""
    name = oai.UntrustedString(f"response_{status_code.pattern}")
    empty = empty_response(status_code=status_code, response_name=name, config=config, data=data)
    parsed = _Parsed(parent_name, config, schemas)
    for media, said in (data.content or {}).items():
        where = place + pointer("responses", status_code.pattern, "content", media.get_untrusted_value())
        parsed.add(name, True, said, where)
    return Contents(status_code, empty.prop, empty.source, data, tuple(parsed.props)), parsed.schemas


def parse_bodies(
    place: str, *, data: oai.Operation, schemas: Any, config: Any, endpoint_name: str
) -> tuple[list[Body], Any]:
    """Every way to write the body of a request; ``place`` is the pointer of its operation."""
    body = data.request_body
    if not isinstance(body, oai.RequestBody):
        return [], schemas
    parsed = _Parsed(endpoint_name, config, schemas)
    kinds: list[tuple[oai.UntrustedString, BodyType]] = []
    for media, said in body.content.items():
        kind = _BODY_TYPES[(said.model_extra or {})["family"]]
        parent = f"{endpoint_name}_{kind}" if len(body.content) > 1 else endpoint_name
        where = place + pointer("requestBody", "content", media.get_untrusted_value())
        parsed.add(oai.UntrustedString("body"), body.required, said, where, parent)
        kinds.append((media, kind))
    found = [Body(media, prop, kind) for (media, kind), prop in zip(kinds, parsed.props, strict=True)]
    return found, parsed.schemas


class _Parsed:
    """What one schema after another becomes; the same schema is the same thing, another gets another class name."""

    def __init__(self, parent: str, config: Any, schemas: Any) -> None:
        self.props: list[Any] = []
        self.schemas = schemas
        self._parent, self._config = parent, config
        self._known: list[tuple[Any, Any]] = []
        self._parents: set[str] = set()

    def add(self, name: oai.UntrustedString, required: bool, said: oai.MediaType, where: str, parent: str = "") -> None:
        """Parse the schema of one media type."""
        schema = said.media_type_schema or oai.Schema()
        for known, prop in self._known:
            if known == schema:
                self.props.append(prop)
                return
        parent = parent or self._parent
        if parent in self._parents:
            parent = f"{parent}_{len(self._known)}"
        self._parents.add(parent)
        before = schema.model_copy(deep=True)  # the parser changes some of what it reads
        prop, self.schemas = properties.property_from_data(
            name=name, required=required, data=schema, schemas=self.schemas, parent_name=parent, config=self._config
        )
        if isinstance(prop, PropertyError):
            refuse(prop, where)
        self._known.append((before, prop))
        self.props.append(evolve(prop))
