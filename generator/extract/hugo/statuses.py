"""Statuses told in hints, sentences and tables."""

import re
from typing import Final

from generator.extract.hugo.markdown import Block, plain

STATUS: Final = r"[2-5]\d\d"
#: A line that begins with a status in bold or backticks: a hint, a list item, a paragraph.
_HINT: Final = re.compile(
    rf"(?:^|\n)[ \t>]*[*_`\"']{{1,4}}(?:HTTP )?({STATUS})\b[^\n]{{0,20}}?[*_`\"']"
    rf"|(?:^|\n)(?:HTTP )?({STATUS})\s*(?:[-–—:]\s|$)",
    re.I,
)
_TOLD: Final = re.compile(
    rf"\bHTTP(?:/[\d.]+)?(?:\s+(?:status|response))?(?:\s+code)?(?:\s+of)?\s*[:=]?\s*({STATUS})\b"
    rf"|\bstatus(?:\s+code)?(?:\s+(?:of|is|will be))?\s*[:=]?\s*({STATUS})\b"
    rf"|\b([45]\d\d)\s+errors?\b|\b(?:an?|HTTP)\s+({STATUS})\s+response\b"
    rf"|\b({STATUS})\s+(?:status|OK|created|accepted|no content|multi-status"
    r"|not found|bad request|forbidden"
    r"|unauthorized|unprocessable|conflict|too many requests|internal server)\b",
    re.I,
)
#: A status in backticks in a sentence that is about answers.
_QUOTED: Final = re.compile(
    rf"\b(?:return|respon|status|error|code|http|fail|answer)[^.`\n]{{0,40}}`({STATUS})\b[^`\n]{{0,30}}`"
    rf"|`({STATUS})\b[^`\n]{{0,30}}` (?:is|will be|if|when|means|status|response|error)\b",
    re.I,
)
_CODE_HEADS: Final = re.compile(r"^(?:http |error |status |response |return )*(?:codes?|status)$", re.I)


def hinted(text: str) -> list[str]:
    """The statuses that begin a line of a text block, in bold or backticks: ``**`404`** - Not Found``."""
    return [next(filter(None, match)) for match in _HINT.findall(text)]


def told(text: str) -> list[str]:
    """The statuses that the sentences of a text block speak of."""
    return [next(filter(None, match)) for match in (*_TOLD.findall(plain(text)), *_QUOTED.findall(text))]


def titled(titles: tuple[str, ...]) -> str:
    """The status in the nearest heading that has one, or nothing."""
    return next((found[0] for title in reversed(titles) if (found := re.search(rf"\b{STATUS}\b", title))), "")


def lists_codes(table: Block) -> bool:
    """Whether a table's first column holds statuses or error codes."""
    return bool(table.rows and table.rows[0].cells and _CODE_HEADS.match(plain(table.rows[0].cells[0])))


def codes(table: Block) -> list[tuple[str, int | None]]:
    """The statuses in a table, each with the vendor's longer code that begins with it (``40410000``), if that is it."""
    cells = (plain(cell) for row in table.rows[1:] for cell in row.cells)
    matches = (re.fullmatch(rf"({STATUS})(\d{{5}})?(?: [A-Za-z -]+)?", cell) for cell in cells)
    return [(match[1], int(match[1] + match[2]) if match[2] else None) for match in matches if match]
