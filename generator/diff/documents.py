"""Both documents at once: following references on either side, and knowing which component became which."""

from typing import Final

from attrs import evolve, field, frozen

from generator.diff.matching import PROSE, matched, schema_likeness
from generator.diff.schema import UNIONS, as_object, is_null
from generator.diff.values import Pair, Side
from generator.document import get, pointer, resolve, unescape
from generator.model import Json, JsonObject

_SCHEMAS: Final = "#/components/schemas/"
_SCHEMES: Final = "securitySchemes"


@frozen
class Documents:
    """``schemas`` and ``schemes`` say under which name each component of the base goes on in the revision."""

    base: JsonObject = field(repr=False)
    revision: JsonObject = field(repr=False)
    schemas: dict[str, str]
    schemes: dict[str, str]

    @classmethod
    def of(cls, base: JsonObject, revision: JsonObject) -> "Documents":
        schemas = matched(_components(base, "schemas"), _components(revision, "schemas"), schema_likeness)
        schemes = matched(_components(base, _SCHEMES), _components(revision, _SCHEMES), same_scheme)
        return cls(base, revision, _known(schemas), _known(schemes))

    def same_target(self, base: str, revision: str) -> bool:
        """Whether two references lead to the same component, under whatever name."""
        name = unescape(base.removeprefix(_SCHEMAS))
        there = self.schemas.get(name)
        if base.startswith(_SCHEMAS) and there is not None:
            return revision == "#" + pointer("components", "schemas", there)
        return base == revision

    def requirements(self, base: list[JsonObject], revision: list[JsonObject]) -> list[JsonObject]:
        """The base's security requirements under the revision's names, where nothing but the names differs."""
        renamed = [{self.schemes.get(name, name): scopes for name, scopes in one.items()} for one in base]
        return revision if renamed == revision else base

    def schema_pairs(self, base: Side, revision: Side) -> list[Pair]:
        """The pair for two schemas, whichever way each is spelled: inline, by reference, or wrapped."""
        base, revision = _object(base), _object(revision)
        if _wrapped(base.node, revision.node) or _wrapped(revision.node, base.node):
            base, revision = _unwrap(base, revision.node), _unwrap(revision, base.node)
        base = self._lift(base, revision.node, forwards=True)
        revision = self._lift(revision, base.node, forwards=False)
        if ("$ref" in base.node) == ("$ref" in revision.node):
            return [Pair("schema", base, revision)]
        naming = Pair("naming", base, revision)
        return [naming, *self.schema_pairs(follow(self.base, base), follow(self.revision, revision))]

    def _lift(self, side: Side, other: JsonObject, *, forwards: bool) -> Side:
        """A reference that the other document made one member of several is compared as the only member."""
        if "$ref" not in side.node or "$ref" in other:
            return side
        ref = side.node["$ref"]
        for keyword in ("allOf", *UNIONS):
            refs = [m["$ref"] for m in other.get(keyword, ()) if isinstance(m, dict) and "$ref" in m]
            if any(self.same_target(ref, r) if forwards else self.same_target(r, ref) for r in refs):
                rest = {key: value for key, value in side.node.items() if key != "$ref"}
                return evolve(side, node={**rest, keyword: [{"$ref": ref}]})
        return side


def _components(document: JsonObject, section: str) -> dict[str, JsonObject]:
    return {name: as_object(node) for name, node in ((document.get("components") or {}).get(section) or {}).items()}


def _known(names: list[tuple[str | None, str | None]]) -> dict[str, str]:
    return {before: after for before, after in names if before is not None and after is not None}


def same_scheme(_old: str, base: JsonObject, _new: str, revision: JsonObject) -> float:
    """One security scheme under two names: equal in all but words."""
    one, other = ({key: value for key, value in scheme.items() if key not in PROSE} for scheme in (base, revision))
    return 1.0 if one == other else 0.0


def follow(document: JsonObject, side: Side) -> Side:
    """The side that a reference leads to; what stands beside the reference goes along."""
    beside: JsonObject = {}
    node, where = side.node, side.pointer
    while isinstance(node, dict) and "$ref" in node:
        resolve(document, node, where=where)  # circles and dead ends are refused here, by name
        beside = {**{key: value for key, value in node.items() if key != "$ref"}, **beside}
        where = node["$ref"][1:]
        node = get(document, where)
    name = side.name or unescape(where.rpartition("/")[2])
    return evolve(side, node={**node, **beside} if isinstance(node, dict) else node, pointer=where, name=name)


def _object(side: Side) -> Side:
    return evolve(side, node=as_object(side.node))


def _only(schema: JsonObject) -> tuple[str, int, Json] | None:
    """The single member that a wrapper adds nothing to but words or null: its keyword, index and schema."""
    keys = schema.keys() - PROSE - {"default", "deprecated"}
    for keyword in ("allOf", *UNIONS):
        if keys == {keyword}:
            real = [(n, m) for n, m in enumerate(schema[keyword]) if keyword == "allOf" or not is_null(m)]
            if len(real) == 1:
                return keyword, *real[0]
    return None


def _wrapped(one: JsonObject, other: JsonObject) -> bool:
    only = _only(one)
    return only is not None and only[0] not in other


def _unwrap(side: Side, other: JsonObject) -> Side:
    while (only := _only(side.node)) is not None and only[0] not in other:
        keyword, number, member = only
        rest = {key: value for key, value in side.node.items() if key != keyword}
        null = side.nullable or len(side.node[keyword]) > 1
        where = f"{side.pointer}/{keyword}/{number}"
        side = evolve(side, node={**as_object(member), **rest}, pointer=where, nullable=null)
    return side
