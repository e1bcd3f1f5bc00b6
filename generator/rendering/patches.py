"""What the parser of openapi-python-client lacks, added for exactly the version that this was written for.

* ``format: decimal``, on strings and on numbers, is a property class of its own.
* What may be null is named as what it is otherwise (``Kind``, not ``KindType1``).
* Enumerations get member names that never collide (``day`` and ``DAY``; ``a-b`` and ``a_b``).
* Properties whose Python names would be one are told apart by the model's template, so that is no error.
* Operations remember the path they were written under: the templates look up there what the parser drops.
"""

from decimal import Decimal, InvalidOperation
from importlib.metadata import version
from typing import Any, ClassVar, Final

import openapi_python_client.parser.bodies as bodies
import openapi_python_client.parser.openapi as openapi
import openapi_python_client.parser.properties as properties
import openapi_python_client.parser.properties.model_property as model_property
import openapi_python_client.parser.responses as responses
import openapi_python_client.schema as oai
from attrs import define
from openapi_python_client import strings
from openapi_python_client.parser.errors import PropertyError
from openapi_python_client.parser.properties import EnumProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol, Value
from openapi_python_client.parser.properties.union import UnionProperty

VERSION: Final = "0.29.1"
_WRITTEN: Final = "written_path"
#: The member that only type checkers see; no value may take its name.
OTHERS: Final = "AND_OTHERS"


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


_original: Final = properties.property_from_data
_naming_conflict: Final = model_property._resolve_naming_conflict


def _property_from_data(name: oai.UntrustedString, required: bool, data: Any, **rest: Any) -> Any:
    if isinstance(data, oai.Schema) and (inner := _but_null(data)) is not None:
        return _nullable(name, required, data, _property_from_data(name, True, inner, **rest), rest["config"])
    if isinstance(data, oai.Schema) and data.schema_format == "decimal" and _is_plain(data):
        python_name = strings.PythonIdentifier(value=name, prefix=rest["config"].field_prefix)
        number = data.type == oai.DataType.NUMBER
        return DecimalProperty(name, required, None, python_name, data.description, None, number), rest["schemas"]
    return _original(name=name, required=required, data=data, **rest)


def _is_plain(data: oai.Schema) -> bool:
    others = data.enum or data.const is not None or data.allOf or data.anyOf or data.oneOf
    return data.type in (oai.DataType.STRING, oai.DataType.NUMBER) and not others


def _but_null(data: oai.Schema) -> oai.Schema | oai.Reference | None:
    """The one kind of value that the schema has beside null, if it is that simple."""
    several = data.anyOf or data.oneOf
    if len(several) == 2 and not data.allOf:
        inner = [s for s in several if not (isinstance(s, oai.Schema) and s.type == oai.DataType.NULL)]
        if len(inner) == 1 and isinstance(inner[0], oai.Schema) and not inner[0].description:
            return inner[0].model_copy(update={"description": data.description})
        return inner[0] if len(inner) == 1 else None
    types = data.type if isinstance(data.type, list) else []
    if len(types) == 2 and oai.DataType.NULL in types:
        values = None if data.enum is None else [value for value in data.enum if value is not None]
        other = types[1 - types.index(oai.DataType.NULL)]
        return data.model_copy(update={"type": other, "enum": values or None})
    return None


def _nullable(name: oai.UntrustedString, required: bool, data: oai.Schema, built: Any, config: Any) -> Any:
    prop, schemas = built
    if isinstance(prop, PropertyError):
        return built
    python_name = strings.PythonIdentifier(value=name, prefix=config.field_prefix)
    null = NoneProperty(name, True, None, python_name, None, None)
    inner = prop.inner_properties if isinstance(prop, UnionProperty) else [prop]
    return UnionProperty(name, required, None, python_name, data.description, None, [null, *inner]), schemas


def _values_from_list(values: list[Any], class_info: Any, var_names: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for i, value in enumerate(dict.fromkeys(values)):
        plain = value if isinstance(value, str) else f"VALUE_NEGATIVE_{-value}" if value < 0 else f"VALUE_{value}"
        name = strings.snake_case(plain).upper() if plain.isascii() else ""
        if not name or not name.isidentifier():
            name = f"VALUE_{name}" if name.isascii() and name.replace("_", "").isalnum() else f"VALUE_{i}"
        if not plain:
            name = "EMPTY"
        while name in found or name == OTHERS:
            name += "_"
        found[name] = value
    return found


def _endpoint_from_data(*, path: oai.UntrustedString, method: str, **rest: Any) -> Any:
    endpoint, schemas, parameters = _original_endpoint(path=path, method=method, **rest)
    setattr(endpoint, _WRITTEN, path.get_untrusted_value())
    return endpoint, schemas, parameters


_original_endpoint: Final = openapi.Endpoint.from_data


def written_path(endpoint: openapi.Endpoint) -> str:
    """The path as the document has it; the parser puts Python names into the endpoint's own."""
    return str(getattr(endpoint, _WRITTEN))


def apply() -> None:
    """Patch the parser; an error if it is not the version this was written for."""
    if version("openapi-python-client") != VERSION:
        raise RuntimeError(f"openapi-python-client is not {VERSION}: look again at what generator/rendering patches")
    for module in (properties, openapi, responses, bodies):
        setattr(module, _original.__name__, _property_from_data)
    setattr(model_property, _naming_conflict.__name__, lambda first, second, config: None)
    EnumProperty.values_from_list = staticmethod(_values_from_list)  # type: ignore[method-assign]
    openapi.Endpoint.from_data = staticmethod(_endpoint_from_data)  # type: ignore[method-assign]
