"""How the parser goes through the operations, with the place of each at hand and any number of media types."""

import re
from typing import Any, Final

import openapi_python_client.parser.openapi as openapi
import openapi_python_client.parser.properties as properties
import openapi_python_client.schema as oai
from openapi_python_client.parser.errors import ParseError, PropertyError

from generator.document import pointer
from generator.model import JsonObject
from generator.rendering import contents
from generator.rendering.places import parameter_place, refuse

_WRITTEN: Final = "written_path"
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_endpoint_from_data: Final = openapi.Endpoint.from_data
_add_parameters: Final = openapi.Endpoint.add_parameters


def written_path(endpoint: openapi.Endpoint) -> str:
    """The path as the document has it; the parser puts Python names into the endpoint's own."""
    return str(getattr(endpoint, _WRITTEN))


class Operations:
    """Stands in for the parser's own steps; ``path`` and ``method`` are those of the operation at hand."""

    def __init__(self, document: JsonObject) -> None:
        self._document = document
        self._path = self._method = ""

    def patch(self) -> None:
        """Put the steps in the place of the parser's."""
        endpoint: Any = openapi.Endpoint
        endpoint.from_data = staticmethod(self._from_data)
        endpoint.add_parameters = staticmethod(self._parameters)
        endpoint.sort_parameters = staticmethod(_sort_parameters)
        steps: Any = openapi
        steps.property_from_data = self._parameter
        steps.response_from_data = self._response
        steps.body_from_data = self._bodies

    @property
    def _place(self) -> str:
        return pointer("paths", self._path, self._method)

    def _from_data(self, *, path: oai.UntrustedString, method: str, **rest: Any) -> Any:
        self._path, self._method = path.get_untrusted_value(), method
        endpoint, *others = _endpoint_from_data(path=path, method=method, **rest)
        if isinstance(endpoint, ParseError):
            refuse(endpoint, self._place)
        if endpoint.errors:
            refuse(endpoint.errors[0], self._place)
        setattr(endpoint, _WRITTEN, self._path)
        return endpoint, *others

    def _parameters(self, **given: Any) -> Any:
        endpoint, *others = _add_parameters(**given)
        if isinstance(endpoint, ParseError):
            refuse(endpoint, self._place)
        return endpoint, *others

    def _parameter(self, *, name: oai.UntrustedString, **rest: Any) -> Any:
        prop, schemas = properties.property_from_data(name=name, **rest)
        if isinstance(prop, PropertyError):
            refuse(prop, parameter_place(self._document, self._path, self._method, name.get_untrusted_value()))
        return prop, schemas

    def _response(self, *, responses: Any, **rest: Any) -> Any:
        return contents.parse_response(self._place, **rest)

    def _bodies(self, *, request_bodies: Any, **rest: Any) -> Any:
        return contents.parse_bodies(self._place, **rest)


def _sort_parameters(*, endpoint: openapi.Endpoint) -> openapi.Endpoint:
    """In the order of the path; that each has its place there was checked before."""
    order = _PLACEHOLDER.findall(written_path(endpoint))
    endpoint.path_parameters.sort(key=lambda prop: order.index(prop.name.get_untrusted_value()))
    return endpoint
