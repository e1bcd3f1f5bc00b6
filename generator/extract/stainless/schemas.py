"""Types and the nodes that use them as schemas.

type                        schema
--------------------------  -----------------------------------------------------------------------------------
``Optional[X]``             X, nullable in what is returned; not required
``Union[str, date]``        what is sent is the date: string with its format
``Union[str, Base64...]``   an opaque string: no client has to know what a page token encodes
``Union[A, B]``, a variant  ``anyOf``
``Literal``, values         ``enum``; the listing below it wins over a shortened one
a class, a named enum       a component
"""

from collections.abc import Sequence

from attrs import evolve, frozen

from generator.extract.stainless.classes import Classes
from generator.extract.stainless.keywords import PLAIN, any_of, bounded, enumeration, is_opaque, nullable
from generator.extract.stainless.nesting import Node, objects_in, sent_as
from generator.extract.stainless.tokens import wire_name
from generator.extract.stainless.type_text import ARRAYS, MAPS, SCALARS, Type
from generator.model import Json, JsonObject


@frozen
class Reader:
    """Reads nodes of one page into schemas; ``sent`` tells what a request holds from what an answer holds."""

    classes: Classes
    sent: bool

    def field(self, node: Node, samples: Sequence[Json]) -> JsonObject:
        """The schema of a property or parameter, without ``explode`` and the like, which are a parameter's own."""
        entry = node.entry
        if entry.type is None:
            schema = self._untyped(node, samples)
        else:
            schema = self.type(entry.type, node, samples)
            schema = bounded(schema, node, samples, self.classes)
        may_be_null = entry.optional or entry.facts.get("nullable")
        return nullable(schema) if may_be_null and not self.sent else schema

    def _untyped(self, node: Node, samples: Sequence[Json]) -> JsonObject:
        entry = node.entry
        shown = self.classes.shown(samples, entry.line)
        if entry.value is not None:
            what = f"the type of {entry.name} is not readable: {str(entry.value)!r}"
            self.classes.find("type-unread", entry.line, what, "correct the page, or teach the type to the extractor")
            return {**shown, "x-type-text": str(entry.value), **({"x-inferred": "example"} if shown else {})}
        return {**shown, "x-inferred": "example"}

    def type(self, kind: Type, node: Node, samples: Sequence[Json]) -> JsonObject:
        """The schema of a type; ``node`` holds what is listed below it."""
        name, line = kind.name, node.entry.line
        if name == "Optional":
            schema = self.type(kind.args[0], node, samples) if kind.args else {}
            return schema if self.sent or kind is node.entry.type else nullable(schema)
        if name == "Literal":
            return enumeration(kind, node, self.classes)
        if name in ARRAYS:
            items = [item for sample in samples if isinstance(sample, list) for item in sample]
            if not kind.args:
                return {"type": "array", "items": self.classes.shown(items, line)}
            return {"type": "array", "items": self.type(kind.args[0], node, items)}
        if name in MAPS:
            values = [v for sample in samples if isinstance(sample, dict) for v in sample.values()]
            inner = self.type(kind.args[1], node, values) if len(kind.args) == 2 else {}
            return {"type": "object", "additionalProperties": inner or True}
        if name == "Union":
            return self._union(kind, node, samples)
        if name in SCALARS:
            if name == "object" and node.children:
                return self.object(node.children, samples)
            return dict(PLAIN[name])
        if node.values:
            key = evolve(node.entry, name=name)
            return self.classes.add(name, line, enumeration(kind, evolve(node, entry=key), self.classes))
        if node.children and node.children[0].entry.kind in ("class", "variant"):
            return self._variants(name, node)
        if node.children:
            return self._class(name, node, samples)
        return self.classes.mention(name, line, samples)

    def _class(self, name: str, node: Node, samples: Sequence[Json]) -> JsonObject:
        present = [sample for sample in samples if sample is not None]
        listed = name.endswith("List") and len(name) > 4 and all(isinstance(s, list) for s in present)
        if not listed:
            return self.klass(name, node.children, samples, node.entry.line)
        item = self.klass(name.removesuffix("List"), node.children, samples, node.entry.line, "class-name")
        return {"type": "array", "items": item, "x-inferred": "example" if present else "class-name"}

    def klass(
        self, name: str, children: Sequence[Node], samples: Sequence[Json], line: int, inferred: str = ""
    ) -> JsonObject:
        """A class with its fields as a component."""
        key = self.classes.name(name, line)
        if key in self.classes.open:
            return self.classes.mention(name, line, [])
        self.classes.open.append(key)
        schema = self.object(children, samples)
        self.classes.open.remove(key)
        return self.classes.add(name, line, {**schema, **({"x-inferred": inferred} if inferred else {})})

    def object(self, children: Sequence[Node], samples: Sequence[Json]) -> JsonObject:
        """An object with the fields listed, and marked those that only its samples show."""
        objects = objects_in(samples)
        properties: JsonObject = {}
        required: list[str] = []
        for child in children:
            entry = child.entry
            if entry.kind != "field":
                continue
            name = sent_as(entry.name, objects)
            if name in properties:
                self.classes.find("field-twice", entry.line, f"{name} is listed twice", "see which of the two is right")
                continue
            properties[name] = self.field(child, [o[name] for o in objects if name in o])
            if not entry.optional and "x-inferred" not in entry.facts:
                required.append(name)
        for name in dict.fromkeys(name for o in objects for name in o):
            if name not in properties:
                line = children[0].entry.line if children else 1
                shown = self.classes.shown([{name: o[name]} for o in objects if name in o], line)
                properties[name] = {**shown["properties"][name], "x-inferred": "example"}
        return {"type": "object", **({"required": required} if required else {}), "properties": properties}

    def _union(self, kind: Type, node: Node, samples: Sequence[Json]) -> JsonObject:
        if is_opaque(kind):
            what = f"{wire_name(node.entry.name)} is an opaque string: Base64FileInput and its format are dropped"
            self.classes.repair("opaque-token", node.entry.line, what)
            return {"type": "string"}
        names = [arg.name for arg in kind.args]
        rest = [name for name in names if name != "None"]
        if len(rest) == 2 and rest[0] == "str" and rest[1] in ("date", "datetime", "time"):
            members = [dict(PLAIN[rest[1]])]
        else:
            members = [self._member(arg, node, samples) for arg in kind.args if arg.name != "None"]
        known = {arg.name for arg in kind.args} | {str(arg) for arg in kind.args}
        further = [c for c in node.children if c.entry.kind != "field" and not _is(c, known)]
        members += [self._variant(child) for child in further]
        if len(further) < kind.more:
            what = f"{node.entry.name or 'a union'} leaves out {kind.more - len(further)} of its members"
            self.classes.find("union-shortened", node.entry.line, what, "scrape the page with the list expanded")
        union = any_of(members)
        return nullable(union) if "None" in names and not self.sent and kind is not node.entry.type else union

    def _member(self, arg: Type, node: Node, samples: Sequence[Json]) -> JsonObject:
        below = next((child for child in node.children if _is(child, {arg.name, str(arg)})), None)
        if below is None:
            own = node.values if arg.name == "Literal" else ()
            return self.type(arg, Node(evolve(node.entry, type=arg), (), own), ())
        return self._variant(below) if below.entry.kind == "class" else self.type(arg, below, ())

    def _variant(self, node: Node) -> JsonObject:
        """One of the alternatives listed below a type."""
        entry = node.entry
        if entry.kind == "class":
            if node.children and node.children[0].entry.kind in ("class", "variant"):
                return self._variants(entry.name, node)
            if node.values:
                return self.classes.add(entry.name, entry.line, enumeration(Type(entry.name), node, self.classes))
            return self.klass(entry.name, node.children, (), entry.line)
        return self.type(entry.type, node, ()) if entry.type is not None else {}

    def _variants(self, name: str, node: Node) -> JsonObject:
        only = node.children[0].entry
        if len(node.children) == 1 and only.kind == "class" and only.name == name:
            return self._variant(node.children[0])
        key = self.classes.name(name, node.entry.line)
        if key in self.classes.open:
            return self.classes.mention(name, node.entry.line, [])
        self.classes.open.append(key)
        union = any_of([self._variant(child) for child in node.children if child.entry.kind != "field"])
        self.classes.open.remove(key)
        return self.classes.add(name, node.entry.line, union)

    def top(self, node: Node, samples: Sequence[Json]) -> JsonObject:
        """What stands at the top of a list: a class, an alias, or a bare type."""
        entry = node.entry
        if entry.kind == "class":
            if node.children and node.children[0].entry.kind == "field":
                return self.klass(entry.name, node.children, samples, entry.line)
            return (
                self._variant(node)
                if node.children or node.values
                else self.classes.mention(entry.name, entry.line, samples)
            )
        if entry.kind != "alias":
            return self.field(node, samples)
        self.classes.open.append(self.classes.name(entry.name, entry.line))
        schema = self.field(node, samples)
        self.classes.open.pop()
        return self.classes.add(entry.name, entry.line, schema)


def _is(node: Node, names: set[str]) -> bool:
    entry = node.entry
    return entry.name in names if entry.kind == "class" else entry.type is not None and str(entry.type) in names
