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
members           of oneOf, anyOf, allOf: see ``members``; oneOf against anyOf is anyOf
a union           against plain fields: the stronger source's; nothing can be both
a class           against what is written in place: the stronger source's (between equals the class), with the
                  other's values and fields
null of a class   as with type: between equals allowed if either page allows it where the class is used
any other         the stronger source's; what it leaves out is taken from the other (between equals that is noted)
"""

from typing import Final

from generator.document import escape
from generator.model import Conflict, Json, JsonObject
from generator.rules.beside import MARKS, marked, marks_of_both
from generator.rules.claims import Note, Side, conflict, shown, stronger
from generator.rules.members import MEMBERS, unite_members, with_mappings
from generator.rules.uses import Use, allows_null, among, differ_in_form, form, loosely, use, used, without_null

_SAMPLES: Final = frozenset({"example", "examples", "x-inferred", "x-readme-ref-name"})
#: What only one of two equals says is no disagreement where it is a sample, or where the other was cut short.
_QUIET: Final = frozenset({*_SAMPLES, "items", "properties"})


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
    if widened := among(a, b):
        return _keywords(widened, b, left, right, path, note)
    if widened := among(b, a):
        return _keywords(a, widened, left, right, path, note)
    if mine or theirs:
        said = [shown({"$ref": use[0]} if use else schema) for use, schema in ((mine, a), (theirs, b))]
        if theirs and not mine and left.rank == right.rank and a.keys() & {"properties", "enum"}:
            note(conflict(path, (left, said[0]), (right, said[1]), right, "between equals the class"))
            return _or_null(marked(b, theirs, a, mine, right, left), a, theirs, mine, left, right)
        note(conflict(path, (left, said[0]), (right, said[1]), left, "the stronger source's class"))
        return _or_null(marked(a, mine, b, theirs, left, right), b, mine, theirs, left, right)
    return _keywords(*loosely(a, b), left, right, path, note)


def _keywords(a: JsonObject, b: JsonObject, left: Side, right: Side, path: str, note: Note) -> JsonObject:
    if _differ_in_kind(a, b):
        told = str(b.get("x-type-text", shown(b)))
        note(conflict(f"{path}/type", (left, shown(a)), (right, told), left, stronger(left, right)))
        return a
    if differ_in_form(a, b):
        note(conflict(path, (left, form(a)), (right, form(b)), left, stronger(left, right)))
        return a
    one: JsonObject = {}
    for key in dict.fromkeys((*a, *b)):
        if key in MARKS or (key == "x-inferred" and not (key in a and key in b)):
            continue
        if (key in a) != (key in b) and left.rank == right.rank and key not in _QUIET and key[:2] != "x-":
            kept = not (key == "required" or (key == "additionalProperties" and {**a, **b}[key] is False))
            said = shown({**a, **b}[key])
            claims = ((left, said), (right, "not there")) if key in a else ((left, "not there"), (right, said))
            winner = (left if key in a else right) if kept else (right if key in a else left)
            rule = "what one leaves out is taken from the other" if kept else "between equals only what both require"
            note(conflict(f"{path}/{escape(key)}", *claims, winner, rule))
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
    if one.get("required") == [] and (a.get("required") or b.get("required")):
        del one["required"]
    return {**one, **marks_of_both(a, b)}


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
    if key in MEMBERS and isinstance(a, list) and isinstance(b, list):
        return unite_members(key, a, b, left, right, here, note, unite)
    if key == "discriminator" and isinstance(a, dict) and isinstance(b, dict):
        a, b = with_mappings(a, b)
        if a == b:
            return a
    if key == "examples" and isinstance(a, list) and isinstance(b, list):
        return [*a, *(sample for sample in b if sample not in a)]
    if key in _SAMPLES:
        return a
    value, rule = _settled(key, a, b, left, right)
    note(conflict(here, (left, shown(a)), (right, shown(b)), left if value == a else None, rule))
    return value


def _settled(key: str, a: Json, b: Json, left: Side, right: Side) -> tuple[Json, str]:
    if key == "enum" and isinstance(a, list) and isinstance(b, list):
        return [*a, *(value for value in b if value not in a)], "enumerations are united"
    if left.rank == right.rank and key == "required" and isinstance(a, list) and isinstance(b, list):
        return [name for name in a if name in b], "between equals only what both require"
    if left.rank == right.rank and key == "type" and without_null(a) == without_null(b):
        return [*without_null(a), "null"], "between equals null is allowed if either allows it"
    return a, stronger(left, right)


def _differ_in_kind(a: JsonObject, b: JsonObject) -> bool:
    """A text against an object, say: nothing of the one can complete the other."""
    kinds = [set(without_null(schema["type"])) for schema in (a, b) if "type" in schema]
    return len(kinds) == 2 and not kinds[0] & kinds[1]


def _same_class(a: Use, b: Use, left: Side, right: Side, path: str, note: Note) -> JsonObject:
    may_be_null = a[1] or (b[1] and left.rank == right.rank)
    if a[1] != b[1]:
        rule = "between equals null is allowed if either allows it"
        rule = rule if left.rank == right.rank else stronger(left, right)
        said = [f"{shown({'$ref': use[0]})}{', null' if use[1] else ''}" for use in (a, b)]
        note(conflict(path, (left, said[0]), (right, said[1]), left if a[1] == may_be_null else right, rule))
    return used(a[0], may_be_null, {**b[2], **a[2], **marks_of_both(a[2], b[2])})


def _or_null(a: JsonObject, b: JsonObject, mine: Use | None, theirs: Use | None, left: Side, right: Side) -> JsonObject:
    """Between equals null is allowed if either allows it, also where only one of them names a class."""
    if left.rank != right.rank:
        return a
    if mine and not theirs and allows_null(b) and (found := use(a)):
        return used(found[0], True, found[2])
    if theirs and theirs[1] and not mine and "type" in a:
        return {**a, "type": [*without_null(a["type"]), "null"]}
    return a


def _told_type(a: JsonObject, b: JsonObject, left: Side, right: Side, path: str, note: Note) -> None:
    """A table's loose spelling (``string/number``) against a definition's type."""
    note(
        conflict(
            f"{path}/type",
            (left, shown({k: a[k] for k in ("type", "format", "$ref") if k in a})),
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
