"""The last step before a document is written: what would be invalid OpenAPI, or be lost when rendered, is mended.

One case a function, grouped by the object they look at: ``schemas`` and ``keywords``, ``operations``, ``references``.
"""

from attrs import evolve

from generator.document import rewrite
from generator.model import Json, JsonObject, Repair, Spec
from generator.repair.operations import mend_carrier, mend_operation_ids, mend_operations, mend_response
from generator.repair.references import mend_references
from generator.repair.schemas import mend_schema


def repair(spec: Spec) -> Spec:
    """The spec with its document mended; every repair is named."""
    repairs: list[Repair] = []

    def visit(shape: str, node: JsonObject, path: str, name: str) -> Json:
        if shape == "schema":
            node, told = mend_schema(node)
        elif shape == "response":
            node, told = mend_response(node, name)
        elif shape in ("parameter", "header", "body", "media"):
            node, told = mend_carrier(node, shape)
        else:
            return node
        repairs.extend(Repair(code, path, what) for code, what in told)
        return node

    document: JsonObject = rewrite(spec.document, visit)
    for step in (mend_operations, mend_operation_ids, mend_references):
        document, told = step(document)
        repairs.extend(told)
    return evolve(spec, document=document, repairs=(*spec.repairs, *repairs))
