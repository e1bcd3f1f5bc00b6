"""Value sets and defaults told in a table's notes, only where the words are clearly that."""

import re
from typing import Final

from generator.extract.hugo.markdown import Block, code_spans, plain
from generator.extract.hugo.tables import Field
from generator.model import Json, JsonObject

_PLACE: Final = re.compile(
    r"^\W*(?:\(?(?:path|query|body)\)?)\s*(?:[-–—:.]|$)\s*(?:(?:required|optional)\b[.,:;\s-]*)?", re.I
)
_LEAD: Final = re.compile(
    r"(?:(?:possible|valid|allowed|accepted|available|supported|permitted)\s+(?:enum\s+)?(?:values|options)|values|options"
    r"|(?:must be |can be |is |either |any )?one of(?: the following)?(?: values)?|enum"
    r"|can be(?: either)?|must be(?: either)?|either)"
    r"(?:\s+(?:are|is|include))?\s*:?\s*",
    re.I,
)
#: Longer notes are cut here: a list of values stands at the beginning.
_LONGEST: Final = 4000
_SPAN: Final = re.compile(r"[\"'“]?`([^`\n]{1,100})`[\"'”]?(?: ?\((?:the )?default\))?", re.I)
_SENTENCE: Final = re.compile(r"(?<=[.;:!?])\s+")
#: What may stand between two values of a list.
_BETWEEN: Final = frozenset((",", "or", "and", ", or", ", and", "/", "|", "-", "•", ";"))
_DEFAULT: Final = re.compile(
    r"\bdefaults?(?:\s+(?:value|to|is|of))*\s*[:=]?\s*"
    r"(?:`([^`\n]{1,100})`|(-?\d+(?:\.\d+)?|true|false)\b(?![\d%.]\d))"
    r"|`([^`\n]{1,100})`\s*\((?:the )?default\)",
    re.I,
)


def values_in(one: Field, names: frozenset[str]) -> tuple[str, ...]:
    """The values a field may have, where its notes or its column of values list them.

    Words that name attributes (``PATH - `symbol` or `asset_id` ``) are references, not values.
    """
    if one.values and (spans := code_spans(one.values) or _words(one.values)):
        return tuple(dict.fromkeys(spans))
    for text in (one.notes, one.type_text):
        listed = _listed(_PLACE.sub("", text))
        if listed and one.name not in listed and not all(value in names for value in listed):
            return tuple(dict.fromkeys(value.strip("\"'") for value in listed))
    return ()


def _listed(text: str) -> list[str]:
    """The values of a text that is a list of them, or that says in so many words that a list follows."""
    whole = re.sub(r"\s+", " ", text[:_LONGEST]).strip().rstrip(".")
    found, rest = _leading(whole)
    if found and not rest:
        return found
    # A sentence of nothing but alternatives: ``What to show. `open`, `closed` or `all`. Defaults to `open`.``
    for sentence in _SENTENCE.split(whole):
        found, rest = _leading(sentence.rstrip("."))
        if len(found) > 1 and not rest:
            return found
    lead = _LEAD.search(whole)
    if lead is None:
        return []
    found, rest = _leading(whole[lead.end() :])
    ends = not rest or rest.startswith((".", ";", "(")) or re.match(r"(?:defaults?|if)\b", rest, re.I)
    return found if ends and (len(found) > 1 or lead.start() == 0) else []


def _leading(text: str) -> tuple[list[str], str]:
    """The values in backticks that a text begins with, and what follows them."""
    found: list[str] = []
    end = 0
    for span in _SPAN.finditer(text):
        between = text[end : span.start()].strip().lower()
        if between not in (_BETWEEN if found else ("", "either")):
            break
        found.append(span[1].strip())
        end = span.end()
    return found, text[end:].strip()


def _words(cell: str) -> list[str]:
    parts = [part.strip().strip("\"'") for part in re.split(r"[,|]|\bor\b", plain(cell))]
    return parts if len(parts) > 1 and all(re.fullmatch(r"[\w.:-]+", part) for part in parts) else []


def default_of(one: Field, schema: JsonObject) -> Json:
    """The default a column or the notes state, as the type it is; None if none is stated."""
    match = _DEFAULT.search(one.notes)
    said = plain(one.default) or ((match[1] or match[2] or match[3]).strip("\"'") if match else "")
    if not said or said.lower() in ("-", "n/a", "none", "null", "na", "–", "—"):
        return None
    match schema.get("type"):
        case "integer" if re.fullmatch(r"-?\d{1,18}", said):
            return int(said)
        case "number" if re.fullmatch(r"-?\d{1,15}(?:\.\d{1,15})?", said):
            return float(said) if "." in said else int(said)
        case "boolean" if said.lower() in ("true", "false"):
            return said.lower() == "true"
        case "string" if " " not in said and ("enum" not in schema or said in schema["enum"]):
            return said
    return None


def value_set(blocks: list[Block]) -> tuple[str, ...]:
    """The values a section about an enumeration lists: a table's first column, or bullets that begin with one."""
    found: list[str] = []
    for block in blocks:
        cells = [row.cells[0] for row in block.rows[1:] if row.cells] if block.kind == "table" else []
        if block.kind == "text":
            cells = [block.text] if re.match(r"[*_\"']*`", block.text) else []
            found += _listed(block.text)
        for cell in cells:
            spans = code_spans(cell)
            bare = plain(cell)
            found += spans[:1] or ([bare] if re.fullmatch(r"[\w.:/-]+", bare) else [])
    return tuple(dict.fromkeys(value.strip("\"'") for value in found if len(value) <= 100))
