"""The few lines a scraper puts above a page: where it came from and when it was read."""

import re
from typing import Final

from attrs import frozen

_BLOCK: Final = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.S)
_LINE: Final = re.compile(r"([A-Za-z_][\w-]*):[ \t]*(.*?)[ \t]*")
_URL: Final = re.compile(r"https?://[^\s\"'<>`\\]{1,2000}")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")
#: The keys scrapers use, best first.
_URL_KEYS: Final = ("source_md", "source_url", "url", "source_view", "source")
_MOMENT_KEYS: Final = ("scraped_at_utc", "scraped_at", "fetched_at")


@frozen
class FrontMatter:
    """``body`` is the page below the block; its first line is page line ``first_line``."""

    url: str | None
    scraped_at: str | None
    body: str
    first_line: int


def split(text: str) -> FrontMatter:
    """The page without its front matter.

    Lines that are not ``key: value`` are passed over, and a value counts only if it is plainly a web address or a
    moment: the block says where a page came from, never what it says.
    """
    block = _BLOCK.match(text)
    if block is None:
        return FrontMatter(None, None, text, 1)
    stated = {m[1]: m[2].strip("\"'") for line in block[1].split("\n") if (m := _LINE.fullmatch(line))}
    return FrontMatter(
        url=_first(stated, _URL_KEYS, _URL),
        scraped_at=_first(stated, _MOMENT_KEYS, _MOMENT),
        body=text[block.end() :],
        first_line=block[0].count("\n") + 1,
    )


def _first(stated: dict[str, str], keys: tuple[str, ...], form: re.Pattern[str]) -> str | None:
    return next((stated[key] for key in keys if key in stated and form.fullmatch(stated[key])), None)
