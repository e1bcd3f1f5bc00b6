"""Tables of attributes and parameters as fields, whatever their columns are called."""

import re
from typing import Final

from attrs import frozen

from generator.extract.hugo.markdown import Block, Row, code_spans, plain
from generator.rules.names import checked

#: What a column's head may say, by what the column holds.
COLUMNS: Final[dict[str, frozenset[str]]] = {
    column: frozenset(word.strip() for word in words.split(","))
    for column, words in {
        "name": "attribute, attributes, attribute name, name, parameter, parameters, param, field, field name, fields,"
        " property, properties, key, argument, query parameter, query param, body parameter, path parameter,"
        " parameter name, member, column, item, header",
        "type": "type, types, data type, datatype, attribute type, json type, schema",
        "notes": "notes, note, description, desc, desc., details, comment, comments, definition, meaning, remarks,"
        " explanation, purpose",
        "required": "required, required?, requirement, requirements, mandatory, mandatory?, is required, req, req.,"
        " required/optional, optional/required",
        "optional": "optional, optional?, is optional",
        "default": "default, default value, defaults",
        "place": "in, location, parameter type, param type, where, position, parameter location, place",
        "values": "values, possible values, allowed values, valid values, accepted values, options, enum values",
        "nullable": "nullable, nullable?, null, can be null",
    }.items()
}
#: A dotted name with more parts is one name.
_DEEPEST: Final = 20
_YES: Final = frozenset("yes y true required x ✓ ✔ ✅ mandatory always *".split())
_NO: Final = frozenset(("no", "n", "false", "optional", "-", "–", "—", "", "n/a", "never", "✗", "❌"))
_NAME: Final = re.compile(r"[\w$@][\w.$@\-\[\]:/{}*]*")
_INDENT: Final = re.compile(r"^(?:&nbsp;|&emsp;|\s)*(?:↳|└|->|→|—|–|-|>|•)+\s*|^(?:&nbsp;|&emsp;|\u2003)+")
_STARTS: Final = re.compile(
    r"^\W*(?:(?:PATH|QUERY|BODY)\b\W*)?(?P<said>required|optional)\b(?!\s+(?:if|when|for|unless))", re.I
)
_ENCLOSED: Final = re.compile(r"[(\[*_](?P<said>required|optional)[)\]*_]", re.I)


@frozen
class Field:
    """A row of a table: ``path`` is the name, dotted names taken apart, ``[]`` standing for a list's items."""

    path: tuple[str, ...]
    type_text: str
    notes: str
    line: int
    required: bool | None = None
    nullable: bool = False
    default: str = ""
    place: str = ""
    values: str = ""
    #: The line of its table: what several tables list is described by all of them.
    table: int = 0

    @property
    def name(self) -> str:
        return self.path[-1] if self.path[-1] != "[]" else self.path[-2]


@frozen
class Fields:
    """What a table says: fields, and the rows that are none, as ``(line, text)``."""

    fields: tuple[Field, ...]
    strange: tuple[tuple[int, str], ...] = ()


def columns(table: Block) -> dict[str, int]:
    """Which column holds what, by the table's head."""
    heads = [plain(cell).lower().strip(" :*") for cell in table.rows[0].cells] if table.rows else []
    found: dict[str, int] = {}
    for index, head in enumerate(heads):
        column = next((column for column, words in COLUMNS.items() if head in words), None)
        if column is not None:
            found.setdefault(column, index)
    if "name" not in found and heads and 0 not in found.values() and ("type" in found or heads[0] == ""):
        found["name"] = 0
    return found


def is_of_fields(table: Block) -> bool:
    """Whether the table lists attributes or parameters."""
    found = columns(table)
    return "name" in found and len(found) > 1


def fields(table: Block, page: str, required: bool | None = None) -> Fields:
    """The fields of a table; ``required`` is what the text above it says of all of them."""
    where = columns(table)
    found: list[Field] = []
    strange: list[tuple[int, str]] = []
    parent: tuple[str, ...] = ()
    for row in table.rows[1:]:
        cell = {column: row.cells[index] for column, index in where.items() if index < len(row.cells)}
        written = cell.get("name", "")
        names = _names(written, row, page)
        if not names:
            text = plain(" ".join(row.cells))
            if text and any(plain(value) for column, value in cell.items() if column != "name"):
                strange.append((row.line, plain(written)))
            continue
        nested = parent if _INDENT.match(written) and parent else ()
        for name in names:
            one = _field((*nested, *_path(name)), cell, row.line, required, table.line)
            found.append(one)
            parent = parent if nested else one.path
    return Fields(tuple(found), tuple(strange))


def _names(written: str, row: Row, page: str) -> list[str]:
    """The names in a row's first cell: those in backticks, or its one word."""
    spans = code_spans(written)
    bare = plain(_INDENT.sub("", _ENCLOSED.sub("", written))).rstrip("*").strip()
    bare = re.sub(r"\s+(?:required|optional)$", "", bare, flags=re.I)
    names = spans or ([bare] if bare and " " not in bare else [])
    names = [
        checked(name.strip("\"'").rstrip("*,").removeprefix("?"), f"{page}:{row.line}", "")
        for name in names
        if name.strip("\"'*,?")
    ]
    return [name for name in names if _NAME.fullmatch(name)]


def _path(name: str) -> tuple[str, ...]:
    parts: list[str] = []
    for part in re.split(r"[./]", re.sub(r"\[(?:\d+|\*|i|n)?\]", ".[]", name)):
        if part and (part != "[]" or parts):
            parts.append(part)
    return tuple(parts) if 0 < len(parts) <= _DEEPEST else (name,)


def _field(path: tuple[str, ...], cell: dict[str, str], line: int, required: bool | None, table: int) -> Field:
    notes = cell.get("notes", "")
    stated = _yes(cell.get("required"))
    if stated is None and "optional" in cell and (optional := _yes(cell["optional"])) is not None:
        stated = not optional
    if stated is None:
        match = _STARTS.search(plain(notes)) or _ENCLOSED.search(notes) or _ENCLOSED.search(cell.get("name", ""))
        stated = match["said"].lower() == "required" if match else required
    return Field(
        path=path,
        type_text=cell.get("type", ""),
        notes=notes,
        line=line,
        required=stated,
        nullable=bool(_yes(cell.get("nullable"))),
        default=cell.get("default", ""),
        place=plain(cell.get("place", "")).lower(),
        values=cell.get("values", ""),
        table=table,
    )


def _yes(cell: str | None) -> bool | None:
    if cell is None:
        return None
    said = plain(cell).lower().strip(".") if cell.strip() != "*" else "*"
    return True if said in _YES else False if said in _NO else None
