"""Two schemas that claim to be one become one, by written rules; every disagreement is noted.

keyword           rule
----------------  -------------------------------------------------------------------------------------------
cut short         a body that says less (no items, no properties, {}) yields to the fuller one, silently
x-inferred        what no text states loses against what a page states
properties        united; each shared one by these same rules
enum              united, in the first source's order
required          the stronger source's list; between equals only what both require
type              the stronger source's; between equals null is allowed if either allows it
additionalProps.  false only where both refuse more fields, or the stronger source does
a union           against plain fields: the stronger source's; nothing can be both
null of a class   as with type: between equals allowed if either page allows it where the class is used
any other         the stronger source's; what it leaves out is taken from the other (between equals that is noted)
"""

from collections.abc import Callable
from typing import Final

from attrs import frozen

from generator.document import escape
from generator.model import Conflict, Json, JsonObject
from generator.rules.uses import UNIONS, Use, differ_in_form, form, use, with_values

_SAMPLES: Final = frozenset({"example", "examples", "x-inferred", "x-readme-ref-name"})
#: What only one of two equals says is no disagreement where it is a sample, or where the other was cut short.
_QUIET: Final = frozenset({*_SAMPLES, "items", "properties"})


@frozen
class Side:
    """Who claims a schema, and how much that counts (0 is the strongest)."""

    label: str
    rank: int


Note = Callable[[Conflict], None]


def unite(a: Json, b: Json, left: Side, right: Side, path: str, note: Note) -> Json:
    """``a`` and ``b`` as one schema.  ``left`` is the stronger side, or the earlier of two equals."""
    if a == b or not isinstance(a, dict) or not isinstance(b, dict):
        return a
    if "x-inferred" in a and "x-inferred" not in b:
        a, b, left, right = b, a, right, Side(left.label, max(left.rank, right.rank + 1))
    if _is_cut(b):
        return a
    if _is_cut(a):
        return {**{key: value for key, value in a.items() if key not in b and key in _SAMPLES}, **b}
    mine, theirs = use(a), use(b)
    if mine and theirs and mine[0] == theirs[0]:
        return _same_class(mine, theirs, left, right, path, note)
    if mine or theirs:
        note(_conflict(path, (left, _shown(a)), (right, _shown(b)), left, "the stronger source's class"))
        return with_values(a, mine, b, theirs)
    return _keywords(a, b, left, right, path, note)


def _keywords(a: JsonObject, b: JsonObject, left: Side, right: Side, path: str, note: Note) -> JsonObject:
    if _differ_in_kind(a, b):
        told = str(b.get("x-type-text", _shown(b)))
        note(_conflict(f"{path}/type", (left, _shown(a)), (right, told), left, _stronger(left, right)))
        return a
    if differ_in_form(a, b):
        note(_conflict(path, (left, form(a)), (right, form(b)), left, _stronger(left, right)))
        return a
    one: JsonObject = {}
    for key in dict.fromkeys((*a, *b)):
        if key == "x-inferred" and not (key in a and key in b):
            continue
        if (key in a) != (key in b) and left.rank == right.rank and key not in _QUIET and key[:2] != "x-":
            kept = not (key == "required" or (key == "additionalProperties" and {**a, **b}[key] is False))
            said = _shown({**a, **b}[key])
            claims = ((left, said), (right, "not there")) if key in a else ((left, "not there"), (right, said))
            winner = (left if key in a else right) if kept else (right if key in a else left)
            rule = "what one leaves out is taken from the other" if kept else "between equals only what both require"
            note(_conflict(f"{path}/{escape(key)}", *claims, winner, rule))
            if not kept:
                continue
        if key not in b or (key in a and a[key] == b[key]):
            one[key] = a[key]
        elif key not in a:
            if key == "x-type-text":
                _told_type(a, b, left, right, path, note)
            elif key not in ("items", "properties") or "$ref" not in a:
                one[key] = b[key]
        else:
            one[key] = _keyword(key, a[key], b[key], left, right, path, note)
    return one


def _keyword(key: str, a: Json, b: Json, left: Side, right: Side, path: str, note: Note) -> Json:
    here = f"{path}/{escape(key)}"
    if key == "properties" and isinstance(a, dict) and isinstance(b, dict):
        _missing(a, b, left, right, here, note)
        return {
            name: unite(a[name], b[name], left, right, f"{here}/{escape(name)}", note)
            if name in a and name in b
            else a.get(name, b.get(name))
            for name in dict.fromkeys((*a, *b))
        }
    if key in ("items", "additionalProperties", "not"):
        return unite(a, b, left, right, here, note)
    if key in UNIONS and isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        return [unite(x, y, left, right, f"{here}/{i}", note) for i, (x, y) in enumerate(zip(a, b, strict=True))]
    if key == "examples" and isinstance(a, list) and isinstance(b, list):
        return [*a, *(sample for sample in b if sample not in a)]
    if key in _SAMPLES:
        return a
    value, rule = _settled(key, a, b, left, right)
    note(_conflict(here, (left, _shown(a)), (right, _shown(b)), left if value == a else None, rule))
    return value


def _settled(key: str, a: Json, b: Json, left: Side, right: Side) -> tuple[Json, str]:
    if key == "enum" and isinstance(a, list) and isinstance(b, list):
        return [*a, *(value for value in b if value not in a)], "enumerations are united"
    if left.rank == right.rank and key == "required" and isinstance(a, list) and isinstance(b, list):
        return [name for name in a if name in b], "between equals only what both require"
    if left.rank == right.rank and key == "type" and _without_null(a) == _without_null(b):
        return [*_without_null(a), "null"], "between equals null is allowed if either allows it"
    return a, _stronger(left, right)


def _stronger(left: Side, right: Side) -> str:
    return "the stronger source wins" if left.rank != right.rank else "the newer page wins"


def _differ_in_kind(a: JsonObject, b: JsonObject) -> bool:
    """A text against an object, say: nothing of the one can complete the other."""
    kinds = [set(_without_null(schema["type"])) for schema in (a, b) if "type" in schema]
    return len(kinds) == 2 and not kinds[0] & kinds[1]


def _same_class(a: Use, b: Use, left: Side, right: Side, path: str, note: Note) -> JsonObject:
    may_be_null = a[1] or (b[1] and left.rank == right.rank)
    if a[1] != b[1]:
        rule = "between equals null is allowed if either allows it"
        rule = rule if left.rank == right.rank else _stronger(left, right)
        said = [f"{_shown({'$ref': use[0]})}{', null' if use[1] else ''}" for use in (a, b)]
        note(_conflict(path, (left, said[0]), (right, said[1]), left if a[1] == may_be_null else right, rule))
    here: JsonObject = {"$ref": a[0]}
    added = {**b[2], **a[2]}
    if may_be_null:
        return {"oneOf": [here, {"type": "null"}], **added}
    return {"allOf": [here], **added} if added else here


def _without_null(kind: Json) -> list[Json]:
    return [k for k in (kind if isinstance(kind, list) else [kind]) if k != "null"]


def _told_type(a: JsonObject, b: JsonObject, left: Side, right: Side, path: str, note: Note) -> None:
    """A table's loose spelling (``string/number``) against a definition's type."""
    note(
        _conflict(
            f"{path}/type",
            (left, _shown({k: a[k] for k in ("type", "format", "$ref") if k in a})),
            (right, str(b["x-type-text"])),
            left,
            "the stronger source wins",
        )
    )


def _missing(a: JsonObject, b: JsonObject, left: Side, right: Side, path: str, note: Note) -> None:
    for lacking, has, names in (
        (right, left, [name for name in a if name not in b]),
        (left, right, [name for name in b if name not in a]),
    ):
        if names:
            listed = ", ".join(names)
            note(Conflict(path, ((has.label, listed), (lacking.label, "not there")), has.label, "fields are united"))


def _is_cut(schema: JsonObject) -> bool:
    """Says nothing but its kind: what a renderer leaves where it stops following a recursion."""
    facts = {key for key in schema if not key.startswith("x-") and key not in _SAMPLES}
    return facts <= {"type"} and schema.get("type") in (None, "array", "object")


def _shown(value: Json) -> str:
    if isinstance(value, dict):
        if "$ref" in value:
            return str(value["$ref"]).rpartition("/")[2]
        shown = [f"{key}: {value[key]}" for key in ("type", "format") if key in value]
        return ", ".join(shown) or ("an object" if "properties" in value else "a schema")
    if isinstance(value, list):
        return ", ".join("null" if item is None else str(item) for item in value) or "(empty)"
    return str(value)


def _conflict(path: str, a: tuple[Side, str], b: tuple[Side, str], winner: Side | None, rule: str) -> Conflict:
    return Conflict(path, ((a[0].label, a[1]), (b[0].label, b[1])), winner.label if winner else "both", rule)
