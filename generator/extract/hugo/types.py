"""How tables spell types: one list of spellings, and a reader for what is built around them.

A spelling is read by peeling off what surrounds a type (``nullable …``, ``… (optional)``, ``array of …``, ``…[]``,
``ENUM.X``) until a word of ``SPELLINGS`` is left.  Alternatives (``string/number``) are settled by the page's sample;
without one, text wins: such tables mean a number sent as text.
"""

import re
from collections.abc import Callable
from typing import Final

from attrs import evolve, field, frozen

from generator.extract.hugo.context import class_name
from generator.extract.hugo.markdown import plain
from generator.extract.hugo.spellings import SPELLINGS, STRING
from generator.model import Json, JsonObject

#: Spelled like a JSON type or a plain format of one: nothing for a merge to report.
_PLAIN_FORMATS: Final = frozenset(
    {None, "uuid", "date", "date-time", "int32", "int64", "float", "double", "byte", "binary", "email", "uri"}
)
_MODIFIER: Final = re.compile(
    r"^\W*(?P<a>nullable|optional|required|conditional)\b[\s,:]*"
    r"|[\s,/|]*(?:\bor\b\s*)?[(\[]?\b(?P<b>nullable|optional|required|null)\b[)\]]?\W*$",
    re.I,
)
_ARRAY: Final = (
    re.compile(r"(?:an? )?(?:json )?(?:array|list|slice|collection)s?\s*(?:of|/|:|-)\s*(?P<of>.+)", re.I | re.S),
    re.compile(r"(?:array|list|slice|set|vector)\s*[<\[({]\s*(?P<of>.+?)\s*[>\])}]", re.I | re.S),
    re.compile(r"(?P<of>.+?)\s*\[\s*\]", re.S),
    re.compile(r"\[\s*\]\s*(?P<of>.+)", re.S),
    re.compile(r"\[\s*(?P<of>[^\[\]]+?)\s*\]", re.S),
    re.compile(r"(?P<of>[\w./ -]+?) (?:array|list)", re.I),
)
_MAP: Final = re.compile(
    r"(?:map|dict|dictionary|record)\s*(?:[<\[({]\s*\w+\s*[,:\]]\s*|of\s+\w+\s+to\s+)(?P<of>.+?)\s*[>)}\]]?",
    re.I | re.S,
)
_ENUM: Final = re.compile(
    r"(?:string[/ (:]*)?enum(?:eration)?s?\s*[./:<(\[ ]\s*(?P<of>[A-Za-z][\w.]*?)\s*[>)\]]?", re.I
)
_CLASS: Final = re.compile(r"(?:(?:an?|the)\s+)?(?P<of>[A-Za-z][\w .-]*?)(?:\s+(?:object|model|entity)s?)?", re.S)
_NAMED_OBJECT: Final = re.compile(r"(?:(?:an?|the)\s+)?(?P<of>[A-Za-z][\w .-]*?)\s+(?:object|model|entity)s?", re.I)
_OBJECT_CLASS: Final = re.compile(r"object\s*[/:. (<]\s*(?P<of>[A-Za-z][\w .-]*?)\s*[)>]?", re.I)
_LENGTH: Final = re.compile(
    r"\s*[(\[]?\s*(?:max(?:imum)?(?:\s*length)?\s*[:=]?|<=|≤|up to)?\s*(\d{1,9})\s*(?:char\w*)?\s*[)\]]?", re.I
)
_SIZED: Final = re.compile(r"(?P<of>(?:var)?char|string|text)\b(?P<size>.+)", re.I | re.S)
_PARENTHESES: Final = re.compile(r"(?P<a>[^()\[\]<>]+?)\s*[(\[<]\s*(?P<b>[^()\[\]<>]+?)\s*[)\]>]", re.S)
_LINK: Final = re.compile(r"\[(?P<text>[A-Za-z][\w .]{0,80})\]\((?P<target>[^()\s]{0,300})[^()]{0,300}\)$")
_OR: Final = re.compile(r"\s*(?:/|\||,|\bor\b|\band\b|:(?=\s)|(?<=\s)[-–](?=\s))\s*", re.I)
_MOST: Final = 12
_KINDS: Final = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}

Missing: Final = object()


@frozen
class Typed:
    """What a spelling says.  ``known`` is false where it says nothing to us; ``doubtful`` where a sample decides."""

    schema: JsonObject = field(factory=dict)
    nullable: bool = False
    required: bool | None = None
    known: bool = True
    doubtful: bool = False


#: Names of the enumerations and classes of a page: what ``ENUM.X`` and ``[X](#x)`` may refer to.
Lookup = Callable[[str], JsonObject | None]


def read(spelling: str, sample: Json = Missing, named: Lookup = lambda name: None) -> Typed:
    """The type a table's cell spells; ``named`` gives the schema for the name of an enumeration or class."""
    text = plain(spelling)
    typed = _read(text, sample, named, _MOST)
    if "format" in typed.schema and "string" not in text.lower() and type(sample) in (int, float):
        typed = evolve(typed, schema=_scalar(sample), doubtful=True)  # a moment or an amount, sent as a number
    if not typed.known and (link := _LINK.match(spelling.strip())):
        # Described elsewhere: on another page as a class of that name, on this one as something we do not know.
        elsewhere = not link["target"].startswith("#") and link["text"][:1].isupper() and not isinstance(sample, str)
        schema = (
            {"$ref": f"#/components/schemas/{class_name(text)}"}
            if elsewhere
            else {**_scalar(sample), "x-type-text": text}
        )
        return evolve(typed, schema=schema, known=True)
    if not typed.known:
        return evolve(typed, schema={**_scalar(sample), "x-type-text": text})
    if (typed.doubtful or typed.schema.get("format") not in _PLAIN_FORMATS) and "$ref" not in typed.schema:
        return evolve(typed, schema={**typed.schema, "x-type-text": text})
    return typed


def _read(text: str, sample: Json, named: Lookup, left: int) -> Typed:
    text = text.strip(" \t\n.;,")
    word = text.lower()
    if (schema := SPELLINGS.get(word, SPELLINGS.get(word.removesuffix("s")))) is not None:
        stated = {key: value for key, value in schema.items() if key != "x-type-text"}
        return Typed(stated, nullable="nullable" in schema, doubtful="x-type-text" in schema)
    if not text or not left or len(text) > 200:
        return Typed(known=False)
    if match := _MODIFIER.search(text):
        rest = text[: match.start()] + text[match.end() :] if match.start() or match.end() else ""
        inner = _read(rest, sample, named, left - 1) if rest.strip() else Typed(known=False)
        said = (match["a"] or match["b"]).lower()
        if said.startswith("null"):
            return evolve(inner, nullable=True)
        return evolve(inner, required=said == "required")
    if text.endswith("?"):
        return evolve(_read(text[:-1], sample, named, left - 1), required=False)
    if match := _ENUM.fullmatch(text):
        found = named(match["of"])
        return Typed(dict(found or STRING), doubtful=True)
    for form in _ARRAY:
        if match := form.fullmatch(text):
            first = sample[0] if isinstance(sample, list) and sample else Missing
            items = _read(match["of"], first, named, left - 1)
            if items.known or form is not _ARRAY[-1]:
                inside = items.schema if items.known else _scalar(first)
                schema = {"type": "array", "items": inside} if inside else {"type": "array"}
                # A class described in a table of its own, or on another page, is no unknown spelling.
                known = items.known or match["of"][:1].isupper()
                return Typed(schema, doubtful=items.doubtful or not items.known, known=known)
    if match := _MAP.fullmatch(text):
        values = _read(match["of"], Missing, named, left - 1)
        more = {"additionalProperties": values.schema} if values.known and values.schema else {}
        return Typed({"type": "object", **more}, doubtful=values.doubtful)
    if (match := _SIZED.fullmatch(text)) and (size := _LENGTH.fullmatch(match["size"])):
        return Typed({**STRING, "maxLength": int(size[1])})
    return _class(text, sample, named, left) or _alternatives(text, sample, named, left)


def _class(text: str, sample: Json, named: Lookup, left: int) -> Typed | None:
    for form in (_OBJECT_CLASS, _CLASS):
        if (match := form.fullmatch(text)) and (found := named(match["of"])) is not None:
            return Typed(dict(found))
    if (match := _OBJECT_CLASS.fullmatch(text)) and match["of"].lower() not in SPELLINGS:
        return Typed({"type": "object"}, doubtful=True)
    if match := _NAMED_OBJECT.fullmatch(text):
        if sample is Missing and match["of"][0].isupper():
            return Typed({"$ref": f"#/components/schemas/{class_name(match['of'])}"})
        return Typed(_scalar(sample) or {"type": "object"}, doubtful=True)
    return None


def _alternatives(text: str, sample: Json, named: Lookup, left: int) -> Typed:
    """``string/number``, ``string (UUID)``: parts that agree are one type, else a sample chooses."""
    if match := _PARENTHESES.fullmatch(text):
        parts = [match["a"], match["b"]]
    else:
        parts = [part for part in _OR.split(text) if part]
    if len(parts) < 2 or len(parts) > 6:
        parts = text.split()
        if len(parts) != 2:
            return Typed(known=False)
    read_parts = [_read(part, sample, named, left - 1) for part in parts]
    known = [part for part in read_parts if part.known]
    if not known or (len(known) < len(read_parts) and not match):
        return Typed(known=False)
    nullable = any(part.nullable for part in read_parts)
    stated = [part.schema for part in known if part.schema and not part.schema.keys() <= {"nullable"}]
    kinds = list(dict.fromkeys(schema.get("type", "") for schema in stated))
    if set(kinds) == {"integer", "number"}:
        kinds, stated = ["number"], [schema for schema in stated if schema["type"] == "number"]
    if len(kinds) <= 1:
        merged: JsonObject = {}
        for schema in stated:
            merged |= schema
        doubtful = any(part.doubtful for part in known) or len(known) < len(read_parts)
        return Typed(merged or {"nullable": True}, nullable=nullable, doubtful=doubtful)
    return Typed(_settled(stated, sample), nullable=nullable, doubtful=True)


def _settled(stated: list[JsonObject], sample: Json) -> JsonObject:
    kind = _scalar(sample).get("type")
    for schema in stated:
        if schema.get("type") == kind or (kind == "integer" and schema.get("type") == "number"):
            return dict(schema)
    kinds = [schema.get("type") for schema in stated]
    if "array" in kinds and "object" not in kinds:
        items = next(({"items": s} for s in stated if s.get("type") not in ("array", None)), {})
        return {"type": "array", **items}
    texts = [schema for schema in stated if schema.get("type") == "string"]
    return dict((texts or stated)[0])


def _scalar(sample: Json) -> JsonObject:
    """The bare kind of a sample; nothing for none, or null."""
    if sample is Missing or sample is None:
        return {}
    kind = _KINDS.get(type(sample))
    return {"type": kind} if kind else {}
