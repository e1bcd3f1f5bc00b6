"""One order for what these pages list in any: words of an enumeration by name, a sample's keys as in its class."""

from generator.document import rewrite
from generator.model import Json, JsonObject


def in_order(document: JsonObject) -> JsonObject:
    """The same facts, put in order."""
    schemas = document.get("components", {}).get("schemas", {})

    def visit(shape: str, node: JsonObject, path: str, name: str) -> Json:
        if shape == "schema" and isinstance(node.get("enum"), list):
            words = [value for value in node["enum"] if isinstance(value, str)]
            others = [value for value in node["enum"] if not isinstance(value, str)]
            return {**node, "enum": [*sorted(words), *others]}
        if shape == "media" and "example" in node:
            return {**node, "example": _as_class(node["example"], node.get("schema"), schemas)}
        if shape == "media" and isinstance(node.get("examples"), dict):
            shown = {
                label: {**one, "value": _as_class(one["value"], node.get("schema"), schemas)} if "value" in one else one
                for label, one in node["examples"].items()
            }
            return {**node, "examples": shown}
        return node

    return rewrite(document, visit)  # type: ignore[no-any-return]


def _as_class(value: Json, schema: Json, schemas: JsonObject) -> Json:
    while isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
        schema = schemas.get(schema["$ref"].rpartition("/")[2])
    if not isinstance(schema, dict):
        return value
    if isinstance(value, list):
        return [_as_class(one, schema.get("items"), schemas) for one in value]
    if isinstance(value, dict):
        fields = schema.get("properties", {})
        names = [*(name for name in fields if name in value), *(name for name in value if name not in fields)]
        return {name: _as_class(value[name], fields.get(name), schemas) for name in names}
    return value
