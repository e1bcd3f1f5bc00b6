"""Lists of parameters as the tables they could have been: ``- `symbol` - string, required - what it names``.

Only a list that gives its names types is one; a list of words in backticks is a list of values.
"""

import re
from collections.abc import Sequence
from typing import Final

from attrs import field, mutable

from generator.extract.hugo import types
from generator.extract.hugo.markdown import Block, Row, code_spans, plain

_NAMED: Final = re.compile(
    r"[*_]{0,3}`(?P<code>[\w$@][\w.$@\[\]-]{0,100})`[*_]{0,3}(?P<a>[^\w`].*|$)"
    r"|(?:\*\*|__)(?P<bold>[\w$@][\w.$@\[\]-]{0,100})(?P<colon>:?)(?:\*\*|__)(?P<b>[^\w].*|$)",
    re.S,
)
_ENCLOSED: Final = re.compile(
    r"\s*[*_]{0,2}[(\[](?P<in>[^()\[\]]{1,200}(?:\[\][^()\[\]]{0,100})?)[)\]][*_]{0,2}\s*[-–—:.,]*\s*(?P<notes>.*)",
    re.S,
)
_DASHED: Final = re.compile(r"\s*[-–—:,]+\s+(?P<first>.*)", re.S)
_ENDS: Final = re.compile(r"\s+[-–—]+\s+|(?<=[\w)\]])[.:;](?=\s|$)|\n")
_REQUIRED: Final = re.compile(r"(?P<no>not required|optional)|(?P<yes>required|mandatory)", re.I)
_PLACE: Final = re.compile(r"(?:in (?:the )?)?(?P<place>path|query|body|header)(?: param(?:eter)?)?", re.I)
_HEAD: Final = ("Name", "Type", "Required", "In", "Values", "Notes")


@mutable
class _Item:
    """A list item that begins with a name."""

    name: str
    line: int
    depth: int
    type_text: str = ""
    required: str = ""
    place: str = ""
    notes: list[str] = field(factory=list)
    values: list[str] = field(factory=list)
    parent: "_Item | None" = None

    def tell(self, text: str) -> None:
        """A line below it: a word in backticks is one of its values, anything else speaks about it."""
        if text.startswith("`") and (spans := code_spans(text)):
            self.values.append(spans[0])
        else:
            self.notes.append(text)

    def cells(self) -> tuple[str, ...]:
        """The item as a row of a table with the columns ``_HEAD``."""
        values = ", ".join(f"`{value}`" for value in self.values)
        return (f"`{self.path()}`", self.type_text, self.required, self.place, values, " ".join(self.notes))

    def path(self) -> str:
        above = f"{self.parent.path()}." if self.parent is not None else ""
        return self.name if self.name.startswith(above) else above + self.name


def tabled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each list of parameters as a table."""
    found: list[Block] = []
    run: list[Block] = []
    for block in blocks:
        if block.kind == "text" and block.item:
            run.append(block)
            continue
        found += _table(run)
        run = []
        found.append(block)
    return found + _table(run)


def _table(run: list[Block]) -> list[Block]:
    """A list as a table, if it is one of parameters; else as it was."""
    items = _items(run)
    if not items or 2 * sum(bool(item.type_text) for item in items) < len(items):
        return run
    rows = [Row(item.cells(), item.line) for item in items]
    return [Block("table", "", run[0].line, rows=(Row(_HEAD, run[0].line), *rows))]


def _items(run: Sequence[Block]) -> list[_Item]:
    """The named items of a list; none if an item of it is something else."""
    found: list[_Item] = []
    above: list[_Item] = []
    for block in run:
        above = [item for item in above if item.depth < block.item or (item.depth == block.item and not block.begins)]
        if not block.begins:
            if above:
                above[-1].notes.append(block.text)
            continue
        parent = above[-1] if above else None
        item = _item(block)
        if parent is not None and (item is None or not item.type_text):
            parent.tell(block.text)
            continue
        if item is None:
            return []
        item.parent = parent
        above.append(item)
        found.append(item)
    return found


def _item(block: Block) -> _Item | None:
    match = _NAMED.match(block.text)
    if match is None:
        return None
    item = _Item(match["code"] or match["bold"], block.line, block.item)
    rest = match["a"] if match["code"] else f"{match['colon']}{match['b']}"
    notes = rest
    if enclosed := _ENCLOSED.fullmatch(rest):
        said, notes = enclosed["in"], enclosed["notes"]
    elif dashed := _DASHED.fullmatch(rest):
        said, notes = _first(dashed["first"])
    else:
        said, notes = _first(rest.strip())
    spare = [part for part in (plain(part) for part in said.split(",")) if not _take(item, part)]
    item.notes = [", ".join(spare), notes.strip()] if item.type_text else [rest.strip(" -–—:")]
    return item


def _first(text: str) -> tuple[str, str]:
    """What stands before the first dash, full stop or colon, and what stands behind it."""
    end = _ENDS.search(text)
    return (text[: end.start()], text[end.end() :]) if end else (text, "")


def _take(item: _Item, part: str) -> bool:
    """Whether a word is a type, a place or a need, and so taken."""
    if need := _REQUIRED.fullmatch(part):
        item.required = "required" if need["yes"] else "optional"
    elif place := _PLACE.fullmatch(part):
        item.place = place["place"].lower()
    elif not item.type_text and part and len(part) <= 80:
        words = _REQUIRED.sub("", part).strip(" ()")
        if not types.read(words).known:
            return False
        if need := _REQUIRED.search(part):
            item.required = "required" if need["yes"] else "optional"
        item.type_text = words
    else:
        return False
    return True
