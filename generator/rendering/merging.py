"""One property said twice, in two members of an ``allOf``: what fits both of them."""

from typing import Any, Final

from attrs import evolve
from openapi_python_client.parser.errors import PropertyError
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.merge_properties import merge_properties
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty

from generator.rendering.amounts import DecimalProperty

_OF_VALUE: Final[dict[type, Any]] = {str: StringProperty, int: (IntProperty, FloatProperty), float: FloatProperty}


def merge(first: Any, second: Any) -> Any:
    """As the parser's own ``merge_properties``, which knows neither amounts nor constants nor alternatives."""
    found = merge_properties(first, second)
    if not isinstance(found, PropertyError):
        return found
    narrow = _narrower(first, second) or _narrower(second, first)
    if narrow is None:
        return found
    description = second.description or first.description
    return evolve(narrow, required=first.required or second.required, description=description)


def _narrower(one: Any, other: Any) -> Any:
    """``one``, or a part of it, if whatever is that is the ``other`` too."""
    if isinstance(one, DecimalProperty):
        return one if isinstance(other, FloatProperty if one.number else StringProperty) else None
    if isinstance(one, ConstProperty):
        kind: Any = _OF_VALUE.get(type(one.value.raw_value), ())
        return one if isinstance(other, kind) else None
    if isinstance(other, UnionProperty):
        same = [inner for inner in other.inner_properties if type(inner) is type(one)]
        return one if same and not hasattr(one, "class_info") and not isinstance(one, ListProperty) else None
    return None
