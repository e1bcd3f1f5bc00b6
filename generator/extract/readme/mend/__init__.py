"""What definitions write amiss and can only mean one thing, written as OpenAPI has it; every change is a repair.

``containers`` (null and empty ones), ``words`` (flags, types and lists written as text), ``keys`` (that OpenAPI does
not have there), ``operations`` (statuses, methods, names), ``names`` (of components).  Whatever is not mended here is
left for ``checks`` to refuse, with its place on the page.
"""

from collections.abc import Mapping
from functools import reduce
from typing import Final

from generator.document import rewrite
from generator.extract.readme.mend import containers, keys, operations, words
from generator.extract.readme.mend.names import name_components
from generator.extract.readme.mend.told import Step
from generator.model import Json, JsonObject, Repair

#: In this order: an empty container is put right before anything is looked for in it.
_STEPS: Final[tuple[Step, ...]] = (
    *(containers.without_nulls, containers.of_the_right_kind, words.flags, words.schemas, words.lists),
    *(operations.methods, operations.statuses, operations.operation_id, operations.links, operations.answer_of_swagger),
    *(keys.beside_a_schema, keys.out_of_place, keys.unknown),
)


def mend(definition: JsonObject, page: str) -> tuple[JsonObject, list[Repair], Mapping[str, str]]:
    """The definition mended, the repairs, and where components went that had to be renamed (old pointer -> new)."""
    repairs: list[Repair] = []

    def visit(shape: str, node: JsonObject, path: str, name: str) -> Json:
        def tell(code: str, place: str, what: str) -> None:
            repairs.append(Repair(code, f"{page}: {path}{place}", what))

        def again(child: Json, kind: str, place: str) -> Json:
            return rewrite(child, visit, kind, path + place, name)

        return reduce(lambda mended, step: step(shape, mended, tell, again), _STEPS, node)

    mended: JsonObject = rewrite(definition, visit)
    mended, told, moved = name_components(mended, page)
    return mended, [*repairs, *told], moved
