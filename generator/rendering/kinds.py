"""Every kind of value in generated code: its type, its codec, and the straight-line code that reads and writes it."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from attrs import evolve, frozen
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.enum_property import EnumProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty

from generator.rendering.amounts import DecimalProperty
from generator.rendering.text import python

Property: TypeAlias = Any


@frozen
class Kind:
    """How one kind of value appears in code.

    ``read(first, again)`` is an expression that decodes what ``first`` evaluates to; it may name the value once more by
    ``again``.  ``write(source)`` encodes.  A kind without straight-line code (``read`` is None) goes through its codec.
    ``classes`` are the generated classes it needs, with their modules; an enumeration's ``enum`` is its module.
    """

    type: str
    codec: str
    read: Callable[[str, str], str] | None
    write: Callable[[str], str] | None
    classes: frozenset[tuple[str, str]] = frozenset()
    enums: frozenset[tuple[str, str]] = frozenset()


def _scalar(type_: str, codec: str, suffix: str) -> Kind:
    return Kind(
        type_, f"_wire.{codec}", lambda first, again: f"decode_{suffix}({first})", lambda v: f"encode_{suffix}({v})"
    )


def _as_json_has_it(type_: str, codec: str, suffix: str) -> Kind:
    """A kind that JSON has itself: a value of just that class is looked at in place, and taken as it is."""
    return evolve(
        _scalar(type_, codec, suffix),
        read=lambda first, again: f"({again} if type({first}) is {type_} else decode_{suffix}({again}))",
    )


#: Binary content, as a whole body.
FILE: Final = Kind("File", "_wire.FILE", None, None)
#: Text, as a whole body.
TEXT: Final = Kind("str", "_wire.STRING", None, None)
_SCALARS: Final[dict[type, Kind]] = {
    StringProperty: _as_json_has_it("str", "STRING", "string"),
    IntProperty: _as_json_has_it("int", "INTEGER", "integer"),
    FloatProperty: _scalar("float", "NUMBER", "number"),
    BooleanProperty: _as_json_has_it("bool", "BOOLEAN", "boolean"),
    NoneProperty: _scalar("None", "NULL", "null"),
    DateProperty: _scalar("datetime.date", "DATE", "date"),
    DateTimeProperty: _scalar("datetime.datetime", "DATETIME", "datetime"),
    UuidProperty: _scalar("UUID", "UUID_", "uuid"),
    AnyProperty: Kind("Any", "_wire.ANY", lambda first, again: first, lambda v: f"to_json({v})"),
    FileProperty: FILE,
}
#: What no ``Literal`` can hold.
_CONSTANTS: Final[dict[type, str]] = {float: "float", list: "list[Any]", dict: "dict[str, Any]"}
_AMOUNT: Final = _scalar("Decimal", "DECIMAL", "decimal")
_AMOUNT_NUMBER: Final = Kind("Decimal", "_wire.DECIMAL_NUMBER", _AMOUNT.read, lambda v: f"encode_decimal_number({v})")


def kind_of(prop: Property) -> Kind:
    """The kind of value that a parsed property holds, whether or not it must be there."""
    match prop:
        case DecimalProperty():
            return _AMOUNT_NUMBER if prop.number else _AMOUNT
        case ModelProperty():
            return _model(prop)
        case EnumProperty():
            return _enum(prop)
        case ListProperty():
            return _list(kind_of(prop.inner_property))
        case ConstProperty():
            return _const(prop.value.raw_value)
        case UnionProperty():
            return _union(prop)
    return _SCALARS[type(prop)]


def _model(prop: ModelProperty) -> Kind:
    name = prop.class_info.name
    return Kind(
        name,
        f"_wire.model({name})",
        lambda first, again: f"{name}._read({first})",
        lambda v: f"{v}.to_dict()",
        classes=frozenset({(name, prop.class_info.module_name)}),
    )


def _enum(prop: EnumProperty) -> Kind:
    name, module = prop.class_info.name, prop.class_info.module_name
    sort = "int" if prop.value_type is int else "str"

    def read(first: str, again: str) -> str:
        if sort == "int":  # 1.0 and True would be found as 1
            return f"decode_int_enum({name}, {first})"
        return f"(known_{module}.get({first}) or decode_str_enum({name}, {again}))"

    enums = frozenset({(name, module)})
    return Kind(name, f"_wire.{sort}_enum({name})", read, lambda v: f"encode_{sort}_enum({v})", enums=enums)


def _list(inner: Kind) -> Kind:
    codec, type_ = f"_wire.list_of({inner.codec})", f"list[{inner.type}]"
    if inner.write is None:
        return Kind(type_, codec, None, None, inner.classes, inner.enums)
    write = inner.write
    # Read by its codec, which decodes all items together.
    return Kind(type_, codec, None, lambda v: f"[{write('_item')} for _item in {v}]", inner.classes, inner.enums)


def _const(value: Any) -> Kind:
    text = python(value)
    type_ = f"Literal[{text}]" if isinstance(value, str | int) else _CONSTANTS[type(value)]
    return Kind(type_, f"_wire.const({text})", None, None)


def _union(prop: UnionProperty) -> Kind:
    inner = [inner for inner in prop.inner_properties if not isinstance(inner, NoneProperty)]
    kinds = [kind_of(p) for p in sorted(inner, key=lambda p: isinstance(p, StringProperty | AnyProperty))]
    nullable = len(inner) < len(prop.inner_properties)
    if not kinds:
        return _SCALARS[NoneProperty]
    kind = kinds[0] if len(kinds) == 1 else _several(kinds)
    return _nullable(kind) if nullable else kind


def _several(kinds: list[Kind]) -> Kind:
    types = [kind.type for kind in kinds]
    if any(kind.codec.startswith("_wire.model(") for kind in kinds):
        types.append("RawJson")
    return Kind(
        either(types),
        f"_wire.union({', '.join(kind.codec for kind in kinds)})",
        None,
        None,
        frozenset().union(*(kind.classes for kind in kinds)),
        frozenset().union(*(kind.enums for kind in kinds)),
    )


def _nullable(kind: Kind) -> Kind:
    codec = f"_wire.nullable({kind.codec})"
    type_ = kind.type if kind.type == "Any" else f"{kind.type} | None"
    read, write = kind.read, kind.write
    return Kind(
        type_,
        codec,
        None if read is None else lambda first, again: f"None if {first} is None else {read(again, again)}",
        None if write is None else lambda v: f"None if {v} is None else {write(v)}",
        kind.classes,
        kind.enums,
    )


def either(types: list[str]) -> str:
    """The union of some types, as it is written; ``Any`` where there are none to tell."""
    parts = list(dict.fromkeys(part for type_ in types for part in _split(type_)))
    if not parts or "Any" in parts:
        return "Any"
    return " | ".join(sorted(parts, key=lambda part: part == "None"))


def _split(union: str) -> list[str]:
    """The members of a union as it is written; the bars inside brackets and quotes are not its own."""
    parts, depth, quoted, start = [], 0, False, 0
    for i, c in enumerate(union):
        if c == '"' and union[i - 1] != "\\":
            quoted = not quoted
        depth += 0 if quoted else (c == "[") - (c == "]")
        if c == "|" and not depth and not quoted:
            parts.append(union[start:i].strip())
            start = i + 1
    return [*parts, union[start:].strip()]
