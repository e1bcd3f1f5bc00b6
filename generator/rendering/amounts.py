"""``format: decimal`` as a class of its own among the parser's properties."""

from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

import openapi_python_client.schema as oai
from attrs import define
from openapi_python_client import strings
from openapi_python_client.parser.errors import PropertyError
from openapi_python_client.parser.properties.protocol import PropertyProtocol, Value


@define
class DecimalProperty(PropertyProtocol):
    """An exact amount: a JSON string, or a JSON number where ``number`` is set."""

    name: oai.UntrustedString
    required: bool
    default: Value | None
    python_name: strings.PythonIdentifier
    description: oai.UntrustedString | None
    example: oai.UntrustedString | None
    number: bool = False

    _type_string: ClassVar[str] = "Decimal"
    _json_type_string: ClassVar[str] = "str"
    _allowed_locations: ClassVar[set[oai.ParameterLocation]] = set(oai.ParameterLocation)

    def convert_value(self, value: Any) -> Value | PropertyError | None:
        """A default as code; the templates do not use it, but ``allOf`` compares it."""
        if value is None or isinstance(value, Value):
            return value
        try:
            return Value(strings.PythonCode(f"Decimal({str(Decimal(str(value)))!r})"), value)
        except InvalidOperation:
            return PropertyError(detail="the default is not a decimal number")
