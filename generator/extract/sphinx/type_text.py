"""Python types in Markdown that has mangled them: ``_Union**[** UUID**,_ _str**]_`` is ``Union[UUID, str]``."""

import re
from collections.abc import Iterator
from typing import Final

_LINK: Final = re.compile(r"\[([^\[\]\n]*)\]\([^()\n]*\)")
_ESCAPE: Final = re.compile(r"\\([\\_*\[\]().])")
#: Emphasis around punctuation; two stars before a name may be a parameter's.
_STARS: Final = re.compile(r"\*\*(?=[\[\](),=|\s]|$)|(?<=[\[\],|])\*\*")
_UNDERSCORES: Final = re.compile(r"(?<!\w)_(?!_)|(?<!_)_(?!\w)")
_SPACES: Final = re.compile(r"[ \t]+")
_TYPE: Final = re.compile(r"[\w.\[\], |\"'-]+")
_DOTTED: Final = re.compile(r"\b(?:[A-Za-z_]\w*\.)+(?=[A-Za-z_])")
_LONGEST: Final = 300


def plain(text: str) -> str:
    """Text without links, emphasis and escapes."""
    text = _LINK.sub(lambda match: match[1], text)
    text = _UNDERSCORES.sub("", _STARS.sub("", text.replace("`", "")))
    return _SPACES.sub(" ", _ESCAPE.sub(lambda match: match[1], text)).strip()


def type_name(text: str) -> str | None:
    """A type in one spelling, modules left out; None if the text is no type."""
    text = plain(text).replace("**", "").replace("~", "").strip(" .*")
    text = text.removesuffix(", optional").strip()
    if not text or len(text) > _LONGEST or not _TYPE.fullmatch(text) or not _balanced(text):
        return None
    text = _DOTTED.sub("", text)
    text = re.sub(r"\s*([\[\]])\s*", r"\1", text)
    text = re.sub(r"\s*([,|])\s*", lambda match: ", " if match[1] == "," else " | ", text)
    words = re.sub(r"\[.*\]", "", text)
    return text if " " not in words.replace(" | ", "").replace(", ", "") else None


def _balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "[") - (character == "]")
        if depth < 0:
            return False
    return depth == 0


def split_top(text: str, separator: str) -> Iterator[str]:
    """The parts of ``text`` between separators that stand in no bracket and no quotes; empty ones are left out."""
    depth, start, quote = 0, 0, ""
    for index, character in enumerate(text):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character in "[({":
            depth += 1
        elif character in "])}":
            depth -= 1
        elif character == separator and depth == 0:
            if text[start:index].strip():
                yield text[start:index]
            start = index + 1
    if text[start:].strip():
        yield text[start:]
