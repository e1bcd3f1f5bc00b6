"""A page as sections: the objects, enumerations and operations it describes, each with the blocks that belong to it.

Headings decide.  ``The X Object`` begins an object, ``ENUM.X`` an enumeration, a line of ``METHOD /path`` an operation;
each lasts until a heading of the same or a higher level that is not one of its own parts (Request, Response, ...).
"""

import re
from typing import Final, Literal, TypeAlias

from attrs import field, frozen, mutable

from generator.extract.hugo.calls import Call, calls_in
from generator.extract.hugo.markdown import Block, plain
from generator.extract.hugo.roles import Role, innermost, role_of

SectionKind: TypeAlias = Literal["object", "enum", "operation", "other"]

_OBJECT: Final = re.compile(
    r"(?:the )?(?!(?:get|creat|updat|delet|list|retriev|patch|post|quer|submit|replac|cancel)\w*\b)"
    r"(?P<name>\S.{0,150}?) (?:object|entity|model|resource)s?(?: \(?deprecated\)?)?",
    re.I,
)
#: A longer heading is a sentence about an object, not its name.
_MOST_WORDS: Final = 7
_ENUM: Final = re.compile(
    r"(?:enum(?:eration)?[.: ]+)(?P<name>[A-Za-z]\w*)|(?P<other>[A-Za-z]\w*) enum(?:eration)?", re.I
)
_PSEUDO: Final = re.compile(r"(?:\*\*|__)[^*_\n]{1,60}(?:\*\*|__):?|[A-Z][\w ]{1,40}:")
#: Below every real heading: a bold line that acts as one.
_PSEUDO_LEVEL: Final = 9


#: ``{#id}`` behind a heading names its anchor.
_ANCHOR: Final = re.compile(r"\s*\{[#.][^{}]{0,100}\}\s*$")
_ATTRIBUTES: Final = re.compile(r"attributes|properties|fields", re.I)


@frozen
class Heading:
    """A heading below the one that began the section."""

    level: int
    text: str
    role: Role
    line: int


@frozen
class Part:
    """A block with the headings above it inside its section, and what those make of it."""

    block: Block
    role: Role
    titles: tuple[str, ...] = ()


@mutable
class Section:
    """One object, enumeration or group of calls; ``title`` is its heading's text or the object's name."""

    kind: SectionKind
    title: str
    line: int
    level: int
    calls: list[Call] = field(factory=list)
    parts: list[Part] = field(factory=list)


def outline(blocks: list[Block]) -> list[Section]:
    """The page's sections in order."""
    reader = _Reader()
    for block in blocks:
        calls = calls_in(block)
        if block.kind == "heading" or _is_pseudo(block):
            reader.heading(block)
        elif not calls:
            reader.part(block)
        if calls:
            reader.calls(calls)
    return reader.found


class _Reader:
    """Where in the page we are: the current section, and the headings below the one that began it."""

    def __init__(self) -> None:
        self.current = Section("other", "", 1, 0)
        self.found = [self.current]
        self.stack: list[Heading] = []
        #: The level of the heading (``Enums``) below which every heading names an enumeration; 0 outside.
        self.enums_level = 0

    def heading(self, block: Block) -> None:
        text = plain(_ANCHOR.sub("", block.text)).rstrip(":").strip()
        level = block.level or _PSEUDO_LEVEL
        role = role_of(text)
        if level <= self.enums_level:
            self.enums_level = 0
        begun = self._begins(text, role, block) if block.kind == "heading" else None
        stays = level > self._ends_at() or (role and self.current.kind != "other")
        if role == "enums" and block.kind == "heading":
            self.enums_level = level
        if begun is not None or not stays:
            self._open(begun or Section("other", text, block.line, level))
            return
        self.stack = [*(above for above in self.stack if above.level < level), Heading(level, text, role, block.line)]
        if _ATTRIBUTES.fullmatch(text) and self.current.kind == "other":
            owner = self._owner()
            self._open(Section("object", owner.text, owner.line, owner.level), [h for h in self.stack if h.role])

    def _ends_at(self) -> int:
        """The level of heading that ends the current section; one below the page's title ends what began above it."""
        if self.current.kind == "operation" and self.current.level == 1:
            return 2
        return self.current.level or _PSEUDO_LEVEL

    def _begins(self, text: str, role: Role, block: Block) -> Section | None:
        """The section a heading begins by its own words."""
        if match := _ENUM.fullmatch(text):
            return Section("enum", match["name"] or match["other"], block.line, block.level)
        if self.enums_level and not role:
            return Section("enum", text, block.line, block.level)
        inside = self.current.kind == "operation" and block.level > self._ends_at()
        match = _OBJECT.fullmatch(text)
        if match is None or inside or role not in ("", "attributes") or len(text.split()) > _MOST_WORDS:
            return None
        return Section("object", match["name"], block.line, block.level)

    def part(self, block: Block) -> None:
        self.current.parts.append(
            Part(block, innermost(above.role for above in self.stack), tuple(h.text for h in self.stack))
        )

    def calls(self, calls: list[Call]) -> None:
        """Calls that follow each other share what follows them; any others begin an operation of their own."""
        owner = self._owner()
        nested = owner.level != self.current.level
        only_text = all(part.block.kind == "text" and not part.role for part in self.current.parts)
        if self.current.kind == "other" and self.current.level and not nested and only_text:
            self.current.kind = "operation"
        elif self.current.kind != "operation" or nested or not only_text:
            line = owner.line if nested else calls[0].line
            # Without a heading of its own the operation ends at the next heading that is not one of its parts.
            level = owner.level or _PSEUDO_LEVEL
            self._open(Section("operation", owner.text, line, level), [h for h in self.stack if h.level > owner.level])
        self.current.calls.extend(calls)

    def _open(self, section: Section, stack: list[Heading] | None = None) -> None:
        self.current, self.stack = section, stack or []
        self.found.append(section)

    def _owner(self) -> Heading:
        """The nearest heading that is a title rather than the name of a part."""
        own = Heading(self.current.level, self.current.title, "", self.current.line)
        return next((above for above in reversed(self.stack) if not above.role), own)


def _is_pseudo(block: Block) -> bool:
    return block.kind == "text" and bool(_PSEUDO.fullmatch(block.text)) and role_of(plain(block.text)) != ""
