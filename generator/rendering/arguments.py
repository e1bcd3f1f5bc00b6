"""The arguments of an operation: what they are called, what they are, and how they are spelled on the wire."""

from collections.abc import Iterator
from typing import Any, Final

from attrs import evolve, frozen
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties.file import FileProperty

from generator.model import JsonObject
from generator.rendering.kinds import FILE, TEXT, Kind, Property, either, kind_of
from generator.rendering.parameters import JOINTS
from generator.rendering.text import literal

_PLACES: Final = ("path", "query", "header", "cookie")


@frozen
class Argument:
    """One argument of an operation."""

    place: str
    name: str
    wire_name: str
    required: bool
    kind: Kind
    description: str
    exploded: bool = True
    deep: bool = False
    joint: str = ","
    as_json: bool = False

    @property
    def declaration(self) -> str:
        """As it stands in a signature."""
        return f"{self.name}: {self.kind.type}" + ("" if self.required else " | Unset = UNSET")

    @property
    def parameter(self) -> str:
        """Its entry in the operation's table."""
        matters = self.place == "query" or self.kind.classes or "_wire.ANY" in self.kind.codec
        flags = ("" if self.exploded or not matters else ", exploded=False") + (", deep=True" if self.deep else "")
        flags += ("" if self.joint == "," else f", joint={literal(self.joint)}") + (", json=True" * self.as_json)
        return f"_wire.Parameter({literal(self.wire_name)}, {self.kind.codec}{flags})"


def arguments(endpoint: Endpoint, item: JsonObject) -> Iterator[Argument]:
    """Every argument; ``item`` is the path item, which has what the parser drops of the parameters."""
    written = {
        (p["in"], p["name"]): p
        for listed in (item.get("parameters", ()), item[endpoint.method].get("parameters", ()))
        for p in listed
    }
    lists = (
        endpoint.path_parameters,
        endpoint.query_parameters,
        endpoint.header_parameters,
        endpoint.cookie_parameters,
    )
    placed = [(place, prop) for place, props in zip(_PLACES, lists, strict=True) for prop in props]
    found = {(place, prop.name.get_untrusted_value()): prop for place, prop in placed}
    used = {"client"}
    for (place, name), prop in found.items():
        says = written[place, name]
        style = says.get("style", "simple" if place in ("path", "header") else "form")
        argument = Argument(
            place, _unused(str(prop.python_name), used), name, prop.required, kind_of(prop), _meaning(says, prop)
        )
        if "content" in says:
            yield evolve(argument, as_json=True)
            continue
        exploded = bool(says.get("explode", style == "form"))
        yield evolve(argument, exploded=exploded, deep=style == "deepObject", joint=JOINTS[style])
    if endpoint.bodies:
        kinds = [body_kind(body) for body in endpoint.bodies]
        required = all(body.prop.required for body in endpoint.bodies)
        one = evolve(
            kinds[0],
            type=either([kind.type for kind in kinds]),
            classes=frozenset().union(*(kind.classes for kind in kinds)),
            enums=frozenset().union(*(kind.enums for kind in kinds)),
        )
        yield Argument("body", _unused("body", used), "body", required, one, "What is sent as the body.")


def _unused(name: str, used: set[str]) -> str:
    while name in used:
        name += "_"
    used.add(name)
    return name


def _meaning(says: JsonObject, prop: Property) -> str:
    text = says.get("description")
    if isinstance(text, str):
        return text
    return prop.description.get_untrusted_value() if prop.description else ""


def body_kind(body: Any) -> Kind:
    """What a parsed body is."""
    if body.body_type == "content":
        return FILE if isinstance(body.prop, FileProperty) else TEXT
    return kind_of(body.prop)
