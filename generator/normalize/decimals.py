"""``format: decimal`` where a page forgot it on a string that holds money, a quantity or a ratio."""

from generator.document import rewrite
from generator.model import Json, JsonObject
from generator.rules.money import forgot_decimal


def mark_decimals(document: JsonObject) -> JsonObject:
    """A copy of the document with the format added where ``rules.money`` says it was forgotten."""

    def visit(shape: str, node: JsonObject, path: str, name: str) -> Json:
        return {**node, "format": "decimal"} if shape == "schema" and forgot_decimal(name, node) else node

    return rewrite(document, visit)  # type: ignore[no-any-return]
