"""A Markdown page as a flat list of blocks with their lines: headings, tables, code, and text.

Lists and quotes are flattened: a list item is a text block that knows how deep it stands.
"""

import re
from typing import Final, Literal, TypeAlias

from attrs import frozen
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.extract.hugo.shortcodes import unwrapped

BlockKind: TypeAlias = Literal["heading", "table", "code", "text"]

_LINK: Final = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\n]{0,500}\)")
_TAG: Final = re.compile(
    r"</?(?:br|b|i|u|em|strong|code|kbd|sup|sub|small|a|p|span|div|ul|ol|li|img|font)\b[^<>\n]{0,200}>", re.I
)
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKUP: Final = re.compile(r"\*+|`+|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)|~~")
_SPACE: Final = re.compile(r"(?:\s|&nbsp;|\u200b)+")


@frozen
class Row:
    """A table's row: the cells as written, markup and all."""

    cells: tuple[str, ...]
    line: int


@frozen
class Block:
    """``text`` is as written (a code block's content, a heading with its markup); a table's first row is its head."""

    kind: BlockKind
    text: str
    line: int
    level: int = 0
    info: str = ""
    rows: tuple[Row, ...] = ()
    #: How deep in lists a text stands, and whether it begins its item.
    item: int = 0
    begins: bool = False


def blocks(body: str, first_line: int = 1) -> list[Block]:
    """The blocks of a page whose body begins on ``first_line``."""
    tokens = MarkdownIt("commonmark").enable("table").parse(unwrapped(body))
    found: list[Block] = []
    rows: list[Row] = []
    cells: list[str] = []
    heading = in_table = items = 0
    begins = False
    for token in tokens:
        line = token.map[0] + first_line if token.map else 0
        match token.type:
            case "heading_open":
                heading = int(token.tag[1:])
            case "heading_close":
                heading = 0
            case "table_open":
                rows, in_table = [], line
            case "tr_open":
                cells = []
                rows.append(Row((), line))
            case "tr_close":
                rows[-1] = Row(tuple(cells), rows[-1].line)
            case "table_close":
                found.append(Block("table", "", in_table, rows=tuple(rows)))
                in_table = 0
            case "inline" if in_table:
                cells.append(token.content.strip())
            case "list_item_open":
                items, begins = items + 1, True
            case "list_item_close":
                items -= 1
            case "inline":
                found.append(_inline(token, line, heading, items, begins))
                begins = False
            case "fence" | "code_block":
                found.append(Block("code", token.content, line + (token.type == "fence"), info=_language(token)))
            case _:
                pass
    return found


def _inline(token: Token, line: int, heading: int, items: int, begins: bool) -> Block:
    if heading:
        return Block("heading", token.content.strip(), line, level=heading)
    return Block("text", token.content.strip(), line, item=items, begins=begins)


def _language(token: Token) -> str:
    words = token.info.strip().strip("{}.").lower().split()
    return words[0] if words else ""


def plain(text: str) -> str:
    """Inline Markdown as the words a reader sees."""
    text = _TAG.sub(" ", _LINK.sub(r"\1", text))
    text = _ESCAPE.sub(r"\1", _MARKUP.sub("", text.replace("\\_", "\0"))).replace("\0", "_")
    return _SPACE.sub(" ", text).strip()


def code_spans(text: str) -> list[str]:
    """What stands in backticks, in order."""
    return [span.strip() for span in re.findall(r"`([^`\n]{1,300})`", text) if span.strip()]
