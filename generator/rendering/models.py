"""What the template of a model is given: its fields, each with the code that reads and writes it."""

from collections.abc import Iterator
from typing import Any, Final

from attrs import evolve, frozen
from openapi_python_client.parser.properties import ModelProperty

from generator.rendering.kinds import Kind, Property, kind_of
from generator.rendering.text import described, docstring, literal

_AMOUNTS: Final = frozenset({"_wire.DECIMAL", "_wire.DECIMAL_NUMBER"})
#: Names that every model has already.
_TAKEN: Final = frozenset({"additional_properties", "from_dict", "to_dict"})


@frozen
class FieldView:
    """One attribute of a model."""

    attribute: str
    name: str
    required: bool
    kind: Kind
    description: str
    together: bool = False

    @property
    def declaration(self) -> str:
        """As it stands in the class."""
        return f"{self.attribute}: {self.kind.type}" + ("" if self.required else " | Unset = UNSET")

    @property
    def codec_name(self) -> str:
        """The constant that holds the codec, for a kind without straight-line code."""
        return f"_codec_{self.attribute}"

    @property
    def local(self) -> str:
        """The variable that holds an amount until the model is made."""
        return f"_its_{self.attribute}"

    @property
    def reading(self) -> str:
        """The expression that takes this field out of ``_given``."""
        if self.together:
            return self.local
        if self.required:
            source = f"_given[{self.name}]"
            return (
                self._read(source, source) if self._mentions_once() else self._read(f"(_value := {source})", "_value")
            )
        return f"UNSET if (_value := _given.get({self.name}, UNSET)) is UNSET else {self._read('_value', '_value')}"

    @property
    def writing(self) -> str:
        """The expression that encodes this field of ``self``."""
        source = f"self.{self.attribute}"
        return self.kind.write(source) if self.kind.write else f"{self.codec_name}.encode({source})"

    def _read(self, first: str, again: str) -> str:
        return self.kind.read(first, again) if self.kind.read else f"{self.codec_name}.read({first})"

    def _mentions_once(self) -> bool:
        return self.kind.read is None or "\0" not in self.kind.read("", "\0")


@frozen
class ModelView:
    """One class of objects."""

    name: str
    docstring: str
    fields: tuple[FieldView, ...]
    others: FieldView
    classes: tuple[tuple[str, str], ...]
    enums: tuple[tuple[str, str], ...]

    @property
    def amounts(self) -> tuple[FieldView, ...]:
        """The fields that are read together."""
        return tuple(field for field in self.fields if field.together)


def model_view(model: ModelProperty) -> ModelView:
    """The view of one parsed model."""
    own = (model.class_info.name, model.class_info.module_name)
    parsed = [*(model.required_properties or ()), *(model.optional_properties or ())]
    fields = _grouped(tuple(_fields(model, sorted(parsed, key=lambda prop: not prop.required))))
    kinds = [field.kind for field in fields]
    others = _others(model)
    kinds.append(others.kind)
    return ModelView(
        own[0],
        docstring(_says(model, fields), 4),
        fields,
        others,
        tuple(sorted({pair for kind in kinds for pair in kind.classes} - {own})),
        tuple(sorted({pair for kind in kinds for pair in kind.enums})),
    )


def _fields(model: ModelProperty, parsed: list[Property]) -> Iterator[FieldView]:
    used = set(_TAKEN)
    for prop in parsed:
        attribute = str(prop.python_name)
        while attribute in used:
            attribute += "_"
        used.add(attribute)
        name = prop.name.get_untrusted_value()
        yield FieldView(attribute, literal(name), prop.required, kind_of(prop), _description(model, prop))


def _grouped(fields: tuple[FieldView, ...]) -> tuple[FieldView, ...]:
    """The decimals that must be there, if there are several, are read together: one call for all."""
    amounts = [field for field in fields if field.required and field.kind.codec in _AMOUNTS]
    return tuple(evolve(field, together=len(amounts) > 1 and field in amounts) for field in fields)


def _description(model: ModelProperty, prop: Property) -> str:
    # Beside a $ref the parser drops it; the schema as it was read still has it.
    written: Any = (model.data.properties or {}).get(prop.name)
    beside = (getattr(written, "model_extra", None) or {}).get("description")
    if isinstance(beside, str):
        return beside
    return prop.description.get_untrusted_value() if prop.description else ""


def _others(model: ModelProperty) -> FieldView:
    extra = model.additional_properties
    kind = _ANY if extra is None or not hasattr(extra, "python_name") else kind_of(extra)
    return FieldView("additional_properties", '""', True, kind, "")


def _says(model: ModelProperty, fields: tuple[FieldView, ...]) -> Iterator[str]:
    description = model.description.get_untrusted_value() if model.description else ""
    yield description.strip() or f"An object that the document calls {model.class_info.name}."
    attributes = [(field.attribute, field.description) for field in fields if field.description.strip()]
    if attributes:
        yield "Attributes:\n" + described(attributes)


def _any() -> Kind:
    return Kind("Any", "_wire.ANY", lambda first, again: first, lambda v: f"to_json({v})")


_ANY: Final = _any()
