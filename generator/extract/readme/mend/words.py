"""Flags, types and lists that are written as text, or one item where a list of it belongs."""

from typing import Final

from generator.document import SHAPES
from generator.extract.readme.mend.told import Again, Tell, without
from generator.model import Json, JsonObject

_FLAGS: Final = {
    "operation": ("deprecated",),
    "parameter": ("required", "deprecated", "explode", "allowEmptyValue", "allowReserved"),
    "header": ("required", "deprecated", "explode"),
    "body": ("required",),
    "encoding": ("explode", "allowReserved"),
}
_TYPES: Final = frozenset("string number integer boolean array object null".split())


def flags(shape: str, node: JsonObject, tell: Tell, again: Again) -> JsonObject:
    """``"true"`` is true."""
    for key in _FLAGS.get(shape, ()):
        value = node.get(key)
        if isinstance(value, str) and value.lower() in ("true", "false"):
            tell("keyword-type", f"/{key}", f"{value!r} is read as a flag")
            node = {**node, key: value.lower() == "true"}
    return node


def schemas(shape: str, node: JsonObject, tell: Tell, again: Again) -> JsonObject:
    """A type's bare name where its schema belongs, and a list of schemas where 3.1 has ``prefixItems``."""
    if shape != "schema":
        return node
    for key, kind in SHAPES["schema"].items():
        if kind == "schema" and _is_type(node.get(key)):
            tell("type-without-schema", f"/{key}", f"{node[key]!r} is read as a schema of that type")
            node = {**node, key: {"type": node[key]}}
    properties = node.get("properties")
    for name, child in properties.items() if isinstance(properties, dict) else ():
        if _is_type(child):
            tell("type-without-schema", f"/properties/{name}", f"{child!r} is read as a schema of that type")
            node = {**node, "properties": {**node["properties"], name: {"type": child}}}
    if isinstance(items := node.get("items"), list) and "prefixItems" not in node:
        tell("items-list", "/items", "items was a list: 3.1 calls that prefixItems")
        each = [again(child, "schema", f"/items/{index}") for index, child in enumerate(items)]
        node = {**without(node, "items"), "prefixItems": each}
    if isinstance(chosen := node.get("discriminator"), str):
        tell("keyword-type", "/discriminator", f"{chosen!r} is read as the name of the property")
        node = {**node, "discriminator": {"propertyName": chosen}}
    return node


def lists(shape: str, node: JsonObject, tell: Tell, again: Again) -> JsonObject:
    """Tags, security and servers: one where a list of one belongs, and entries that say nothing."""
    if shape not in ("document", "operation", "path"):
        return node
    found = dict(node)
    if isinstance(tags := node.get("tags"), str):
        found["tags"] = [tags]
    elif shape == "operation" and isinstance(tags, list):
        found["tags"] = [tag.get("name", tag) if isinstance(tag, dict) else tag for tag in tags]
    if isinstance(security := node.get("security"), dict):
        security = [security]
    if isinstance(security, list) and all(isinstance(one, dict) for one in security):
        found["security"] = [{name: scopes or [] for name, scopes in one.items()} for one in security]
    if isinstance(servers := node.get("servers"), list):
        found["servers"] = [one for one in servers if isinstance(one, dict) and isinstance(one.get("url"), str)]
        if servers and not found["servers"]:
            del found["servers"]
    for key in ("tags", "security", "servers"):
        if found.get(key) != node.get(key):
            what = "entries without an address are left out" if key == "servers" else "read as a list"
            tell("keyword-type", f"/{key}", what)
    return found


def _is_type(value: Json) -> bool:
    return isinstance(value, str) and value.lower() in _TYPES
