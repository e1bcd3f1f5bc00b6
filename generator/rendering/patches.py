"""What the parser of openapi-python-client lacks, added for exactly the version that this was written for.

* ``format: decimal``, on strings and on numbers, is a property class of its own.
* What may be null is named as what it is otherwise (``Kind``, not ``KindType1``).
* Enumerations get member names that never collide (``day`` and ``DAY``; ``a-b`` and ``a_b``).
* Properties whose Python names would be one are told apart by the model's template, so that is no error.
* Constants may be arrays and objects; a property said twice in an ``allOf`` is what fits both (``merging``).
* Bodies and answers come in any media type, and answers in several (``contents``); parameters of any kind may stand
  anywhere; a path may call its parameters what it likes.
* Operations remember the path they were written under: the templates look up there what the parser drops.
* The first problem ends the job, with a pointer to where it is (``places``); the parser goes on without the operation.
"""

from importlib.metadata import version
from typing import Any, Final

import openapi_python_client.parser.openapi as openapi
import openapi_python_client.parser.properties as properties
import openapi_python_client.parser.properties.merge_properties as merge_properties
import openapi_python_client.parser.properties.model_property as model_property
import openapi_python_client.schema as oai
from openapi_python_client import strings
from openapi_python_client.parser.errors import PropertyError
from openapi_python_client.parser.properties import EnumProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol, Value
from openapi_python_client.parser.properties.schemas import update_schemas_with_data
from openapi_python_client.parser.properties.union import UnionProperty

from generator.model import JsonObject
from generator.rendering.amounts import DecimalProperty
from generator.rendering.merging import merge
from generator.rendering.operations import Operations
from generator.rendering.places import note, refuse
from generator.rendering.text import literal, python
from generator.rendering.values import CONSTANT

VERSION: Final = "0.29.1"
#: The member that only type checkers see; no value may take its name.
OTHERS: Final = "AND_OTHERS"

_original: Final = properties.property_from_data
_update_schemas_with_data: Final = update_schemas_with_data
_original_process_model: Final = model_property.process_model
_original_build_schemas: Final = properties.build_schemas
_naming_conflict: Final = model_property._resolve_naming_conflict


def _property_from_data(name: oai.UntrustedString, required: bool, data: Any, **rest: Any) -> Any:
    if isinstance(data, oai.Schema) and (inner := _but_null(data)) is not None:
        return _nullable(name, required, data, _property_from_data(name, True, inner, **rest), rest["config"])
    if isinstance(data, oai.Schema) and data.schema_format == "decimal" and _is_plain(data):
        python_name = strings.PythonIdentifier(value=name, prefix=rest["config"].field_prefix)
        number = data.type == oai.DataType.NUMBER
        return DecimalProperty(name, required, None, python_name, data.description, None, number), rest["schemas"]
    if isinstance(data, oai.Schema) and CONSTANT in (data.model_extra or {}):
        python_name = strings.PythonIdentifier(value=name, prefix=rest["config"].field_prefix)
        value = (data.model_extra or {})[CONSTANT]
        code = Value(strings.PythonCode(python(value)), value)
        return ConstProperty(name, required, code, None, python_name, data.description, None), rest["schemas"]
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


def _update_schemas(*, ref_path: Any, **rest: Any) -> Any:
    found = _update_schemas_with_data(ref_path=ref_path, **rest)
    note(found, ref_path.get_untrusted_value())
    return found


def _process_model(model: properties.ModelProperty, **rest: Any) -> Any:
    found = _original_process_model(model, **rest)
    components = [root.get_untrusted_value() for root in model.roots if not isinstance(root, strings.ClassName)]
    note(found, min(components, default=""))
    return found


def _build_schemas(**given: Any) -> Any:
    schemas = _original_build_schemas(**given)
    if schemas.errors:
        refuse(schemas.errors[0], "/components/schemas")
    return schemas


def _shown(text: oai.UntrustedString) -> str:
    """As the parser's messages are to name it: quoted, so that it stays harmless where it is not meant to be."""
    return literal(text.get_untrusted_value())


def apply(document: JsonObject) -> None:
    """Patch the parser for one document; an error if it is not the version this was written for."""
    if version("openapi-python-client") != VERSION:
        raise RuntimeError(f"openapi-python-client is not {VERSION}: look again at what generator/rendering patches")
    text: Any = oai.UntrustedString
    text.__repr__ = _shown
    setattr(properties, _original.__name__, _property_from_data)
    setattr(model_property, _naming_conflict.__name__, lambda first, second, config: None)
    EnumProperty.values_from_list = staticmethod(_values_from_list)  # type: ignore[method-assign]
    Operations(document).patch()
    for module, replaced, by in (
        (properties, _update_schemas_with_data, _update_schemas),
        (properties, _original_process_model, _process_model),
        (merge_properties, merge_properties.merge_properties, merge),
        (openapi, _original_build_schemas, _build_schemas),
    ):
        setattr(module, replaced.__name__, by)
    for kind in (PropertyProtocol, UnionProperty):  # what can be written, can be written anywhere
        kind.validate_location = lambda self, location: None  # type: ignore[method-assign]
