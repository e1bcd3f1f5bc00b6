"""What a page of this kind is made of, whatever its layout: one stream of these goes from tokenizer to parser."""

import keyword
import re
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from generator.extract.stainless.type_text import SCALARS, Type, literal, parse
from generator.model import Json, JsonObject

#: Deeper than any real sample; the schema of a sample nests several times as deep as the sample.
DEEPEST: Final = 50


@frozen
class Signature:
    """``v1.orders.get_orders(...) -> OrderGetOrdersResponse``; ``returns`` is None where it says nothing."""

    line: int
    method: str
    arguments: str
    returns: Type | None


@frozen
class Route:
    line: int
    verb: str
    path: str


SectionName: TypeAlias = Literal["parameters", "returns", "types", "examples", "title"]


@frozen
class Section:
    """A heading; ``title`` is any that has no meaning of its own, ``place`` where its parameters go if it says so."""

    line: int
    name: SectionName
    place: str = ""


@frozen
class Entry:
    """One item of a parameter or field list.

    ``depth`` is None where the layout lost it.  ``facts`` are keywords from the lines below it; ``uuid`` says that
    its prose calls it a UUID, ``type`` is None where the spelling could not be read.  ``place`` is where the page says
    that a parameter goes, ``header`` what it says the header is called.
    """

    kind: Literal["field", "class", "alias", "variant", "value"]
    line: int
    name: str = ""
    type: Type | None = None
    value: Json = None
    depth: int | None = None
    facts: JsonObject = field(factory=dict)
    uuid: bool = False
    place: str = ""
    header: str = ""

    @property
    def optional(self) -> bool:
        """Whether it may be left out; ``Union[float, str, None]`` is how an optional union is spelled."""
        if self.type is None:
            return isinstance(self.value, str) and self.value.startswith("Optional[")
        return self.type.optional or (self.type.name == "Union" and any(a.name == "None" for a in self.type.args))


@frozen
class Sample:
    line: int
    value: Json


@frozen
class Code:
    """A code sample: only the arguments of its call are read."""

    line: int
    text: str


@frozen
class Text:
    """A sentence of the page: only what ``rules.prose`` reads out of it goes further."""

    line: int
    text: str


@frozen
class Bounds:
    line: int
    keywords: JsonObject


Token: TypeAlias = Signature | Route | Section | Entry | Sample | Code | Text | Bounds

_NAME: Final = r"[A-Za-z_][A-Za-z0-9_]*"
_FIELD: Final = re.compile(rf"({_NAME}): (\S.*)")
_ALIAS: Final = re.compile(rf"({_NAME}) = (\S.*)")
_CLASS: Final = re.compile(rf"class ({_NAME})(?:\([\w\s.,\[\]]{{0,200}}\))?:?(?:\s*(?:…|\.\.\.))?:?")
_SIGNATURE: Final = re.compile(
    r"(?:client\.)?([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\((.*)\)(?:\s*(?:->|→)\s*(\S.*))?", re.ASCII
)
_LOOKS_TYPED: Final = re.compile(r"(?:Optional|Union|List|Dict|Literal|Iterable|Sequence|SequenceNotStr)\[")
MAX_SPELLED: Final = 4000


def signature(text: str, line: int) -> Signature | None:
    """The SDK call a line spells: it has a dotted name, or says what it returns."""
    found = _SIGNATURE.fullmatch(text.strip()) if len(text) <= MAX_SPELLED else None
    if found is None or ("." not in found[1] and found[3] is None):
        return None
    return Signature(line, found[1], found[2], parse(found[3]) if found[3] else None)


def entry(text: str, line: int, depth: int | None, *, marked: bool) -> Entry | None:
    """The item a text spells.  ``marked`` says that the layout itself shows it to be one (code in a list)."""
    text = text.strip()
    if not text or len(text) > MAX_SPELLED:
        return None
    if found := _CLASS.fullmatch(text):
        return Entry("class", line, found[1], depth=depth)
    if found := _FIELD.fullmatch(text):
        kind = parse(found[2])
        if marked or _LOOKS_TYPED.match(found[2]) or (kind is not None and found[1][0].islower() and _plausible(kind)):
            return Entry("field", line, found[1], kind, None if kind else found[2][:80], depth)
        return None
    if found := _ALIAS.fullmatch(text):
        kind = parse(found[2])
        if kind is not None and found[1][0].isupper() and _plausible(kind):
            return Entry("alias", line, found[1], kind, depth=depth)
        return None
    if (value := literal(text)) is not NotImplemented and (text[0] == '"' or marked):
        return Entry("value", line, value=value, depth=depth)
    kind = parse(text)
    if kind is not None and _plausible(kind) and (kind.args or kind.values or kind.name in SCALARS or marked):
        return Entry("variant", line, type=kind, depth=depth)
    return None


def _plausible(kind: Type) -> bool:
    """Whether the names in a type can be types: built in, or classes (``Note: this`` is prose)."""
    return all(n[0].isupper() and any(c.islower() for c in n) and n not in ("True", "False") for n in kind.mentions())


def wire_name(name: str) -> str:
    """A name as sent: Python code has to write ``from_`` where the wire has ``from``."""
    bare = name[:-1]
    return bare if name.endswith("_") and (keyword.iskeyword(bare) or bare in ("schema", "copy", "json")) else name
