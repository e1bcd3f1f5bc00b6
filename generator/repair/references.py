"""A class that a page names and no page defines is allowed to be anything, and told."""

from generator.document import escape, rewrite, unescape
from generator.model import Json, JsonObject, Repair

_SCHEMAS = "#/components/schemas/"


def mend_references(document: JsonObject) -> tuple[JsonObject, list[Repair]]:
    """The document with a placeholder for every schema that is referred to and not there."""
    defined = document.get("components", {}).get("schemas", {})
    missing: dict[str, str] = {}

    def visit(shape: str, node: JsonObject, path: str, name: str) -> Json:
        ref = node.get("$ref")
        if shape == "schema" and isinstance(ref, str) and ref.startswith(_SCHEMAS):
            wanted = unescape(ref.removeprefix(_SCHEMAS).split("/")[0])
            if wanted not in defined:
                missing.setdefault(wanted, path)
        return node

    rewrite(document, visit)
    if not missing:
        return document, []
    components = document.get("components", {})
    schemas = {**defined, **{name: {"x-unresolved": True} for name in missing}}
    what = "named by a page, defined by none: anything is allowed there"
    return {**document, "components": {**components, "schemas": schemas}}, [
        Repair("class-undefined", f"/components/schemas/{escape(name)}", f"{what} (first at {path})")
        for name, path in sorted(missing.items())
    ]
