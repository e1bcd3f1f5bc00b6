"""The classes and enumerations a page names, gathered as components while its types are read."""

from collections.abc import Sequence
from typing import Final

from attrs import field, mutable

from generator.document import pointer
from generator.extract.samples import schema_of
from generator.extract.stainless.anonymous import is_member
from generator.extract.stainless.naming import names_text
from generator.model import Finding, Json, JsonObject, Repair
from generator.rules.names import checked, component

REF: Final = "#/components/schemas/"


@mutable
class Classes:
    """Components of one page, with their lines and what there is to say about them."""

    page: str
    schemas: JsonObject = field(factory=dict)
    lines: dict[str, int] = field(factory=dict)
    findings: list[Finding] = field(factory=list)
    repairs: list[Repair] = field(factory=list)
    #: Classes that were mentioned and not yet described: where, and what samples show of them.
    mentioned: dict[str, tuple[int, list[Json]]] = field(factory=dict)
    #: Classes being read right now: a mention of one inside itself is recursion.
    open: list[str] = field(factory=list)
    #: What is being read, where it is inside no class: a call.
    owner: str = ""

    def find(self, code: str, line: int, what: str, todo: str) -> None:
        finding = Finding(code, f"{self.page}:{line}", what, todo)
        if finding not in self.findings:
            self.findings.append(finding)

    def repair(self, code: str, line: int, what: str) -> None:
        repair = Repair(code, f"{self.page}:{line}", what)
        if repair not in self.repairs:
            self.repairs.append(repair)

    def name(self, name: str, line: int) -> str:
        """The name as a component; the member of a union that has only a number belongs to what holds it."""
        if is_member(name):
            owner = self.open[-1] if self.open else self.owner
            name = owner if owner.endswith(name) else owner + name
        return component(checked(name, f"{self.page}:{line}", pointer("components", "schemas", name[:60])))

    def of_request(self) -> "Classes":
        """A place for the classes of a request, which tells what it finds here."""
        return Classes(self.page, findings=self.findings, repairs=self.repairs, owner=self.owner)

    def shown(self, samples: Sequence[Json], line: int) -> JsonObject:
        """The schema that samples show; their keys become names, so they are checked."""
        waiting: list[Json] = list(samples)
        while waiting:
            value = waiting.pop()
            if isinstance(value, dict):
                for name in value:
                    checked(name, f"{self.page}:{line}", pointer("properties", name[:60]))
                waiting.extend(value.values())
            elif isinstance(value, list):
                waiting.extend(value)
        schema: JsonObject = schema_of(list(samples)).get("items", {})
        return schema

    def mention(self, name: str, line: int, samples: Sequence[Json]) -> JsonObject:
        """A reference to a class that is described elsewhere on the page, or nowhere."""
        key = self.name(name, line)
        if key not in self.schemas and key not in self.open:
            first, known = self.mentioned.get(key, (line, []))
            self.mentioned[key] = (first, [*known, *samples])
        return {"$ref": REF + key}

    def add(self, name: str, line: int, schema: JsonObject) -> JsonObject:
        """A reference to a class described here; of two descriptions under one name both are kept."""
        key = self.name(name, line)
        known = self.schemas.get(key)
        if known is None or known == schema:
            self.schemas[key] = schema
            self.lines.setdefault(pointer("components", "schemas", key), line)
        elif (both := _together(known, schema)) is not None:
            self.schemas[key] = both
        else:
            other = next((k for k, v in self.schemas.items() if v == schema and k.rstrip("0123456789") == key), None)
            if other is not None:
                return {"$ref": REF + other}
            other = _next(key, self.schemas)
            self.repair("two-bodies", line, f"{key} is described twice, differently: the second is called {other}")
            return self.add(other, line, schema)
        return {"$ref": REF + key}

    def finish(self) -> None:
        """Describe what was only mentioned: by samples, as a list of its items, or not at all, with a finding."""
        for key, (line, samples) in self.mentioned.items():
            if key in self.schemas:
                continue
            item = key.removesuffix("List")
            known = [sample for sample in samples if sample is not None]
            if not known and names_text(key):
                self.schemas[key] = {"type": "string", "x-inferred": "class-name"}
            elif item != key and item in self.schemas:
                self.schemas[key] = {"type": "array", "items": {"$ref": REF + item}, "x-inferred": "class-name"}
            elif known:
                self.schemas[key] = {**self.shown(known, line), "x-inferred": "example"}
            else:
                self.schemas[key] = {}
                what = f"{key} is named and nowhere described"
                self.find("class-undescribed", line, what, "add a page that lists its fields")
            self.lines.setdefault(pointer("components", "schemas", key), line)


def _next(key: str, taken: JsonObject) -> str:
    number = 2
    while f"{key}{number}" in taken:
        number += 1
    return f"{key}{number}"


def _together(a: JsonObject, b: JsonObject) -> JsonObject | None:
    """Two descriptions of one class as one; None where they are of different things."""
    if "enum" in a and "enum" in b:
        return {**a, "enum": [*a["enum"], *(v for v in b["enum"] if v not in a["enum"])]}
    if not ("properties" in a and "properties" in b):
        return a if not b else b if not a else None
    shared = [name for name in a["properties"] if name in b["properties"]]
    if any(bare(a["properties"][n]) != bare(b["properties"][n]) for n in shared):
        return None
    if len(shared) not in (len(a["properties"]), len(b["properties"])):
        return None
    # The first is the one that is returned, which also says what may be null.
    fuller, other = (a, b) if len(a["properties"]) >= len(b["properties"]) else (b, a)
    properties = {name: a["properties"].get(name, schema) for name, schema in fuller["properties"].items()}
    required = [n for n in fuller.get("required", ()) if n not in other["properties"] or n in other.get("required", ())]
    one = {key: value for key, value in fuller.items() if key not in ("properties", "required")}
    return {**one, **({"required": required} if required else {}), "properties": properties}


def bare(schema: JsonObject) -> JsonObject:
    """The schema without what depends on the place it was read at: null allowed, a sample."""
    if "oneOf" in schema and schema["oneOf"][1:] == [{"type": "null"}]:
        return bare(schema["oneOf"][0])
    rest = {k: v for k, v in schema.items() if k not in ("nullable", "example", "x-inferred")}
    if "enum" in rest:
        rest["enum"] = [value for value in rest["enum"] if value is not None]
    if isinstance(rest.get("items"), dict):
        rest["items"] = bare(rest["items"])
    return rest
