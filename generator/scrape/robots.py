"""``robots.txt``: what a host asks programs not to fetch, and how long to wait between two requests.

As RFC 9309 has it: a host without the file allows everything, one that cannot answer for it allows nothing; the longest
rule that matches counts, ``*`` stands for anything, ``$`` for the end, blank lines mean nothing.  The standard library
tells whose rules are whose, but knows none of this; so what it is given are the rules that match one page, as rules
for everything.
"""

import math
import re
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import quote, unquote
from urllib.robotparser import RobotFileParser

import httpx
from attrs import define, field

from generator.scrape.attempt import Answer
from generator.scrape.manners import USER_AGENT
from generator.scrape.refusal import Refused

#: Rules past this many bytes are not read (RFC 9309 asks for at least 500 KiB).
_MOST: Final = 512 * 1024
_RULES: Final = frozenset({"allow", "disallow"})
_DELAY: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")
_RATE: Final = re.compile(r"[0-9]{1,9}/[0-9]{1,9}")


@define
class Robots:
    """The rules of every host met, each asked for once.  ``fetch`` follows redirects, also to other hosts."""

    fetch: Callable[[str], Answer]
    _texts: dict[str, str | Refused] = field(factory=dict)

    def check(self, url: str) -> float:
        """The pause the host asks for (0 if none); ``Refused`` where it does not want the page fetched."""
        home = str(httpx.URL(url).copy_with(raw_path=b"/robots.txt", fragment=None))
        if home not in self._texts:
            self._texts[home] = self._read(home)
        text = self._texts[home]
        if isinstance(text, Refused):
            code = text.code if text.code == "address-private" else "robots-unreadable"
            raise Refused(code, url, f"robots.txt of its host: {text.what}", text.todo)
        rules = RobotFileParser(home)
        rules.parse(list(_plainly(text, httpx.URL(url).raw_path.decode("ascii"))))
        if not rules.can_fetch(USER_AGENT, "/"):
            raise Refused("robots-disallow", url, "robots.txt asks programs not to fetch it", "save the page by hand")
        return _pause(rules)

    def _read(self, home: str) -> str | Refused:
        try:
            answer = self.fetch(home)
        except Refused as refused:
            return refused
        if answer.status == 200:
            return answer.body[:_MOST].decode("utf-8", errors="replace").removeprefix("\ufeff")
        if 400 <= answer.status < 500:
            return ""
        return Refused("robots-unreadable", home, f"answered {answer.status}", "scrape again later")


def _plainly(text: str, path: str) -> Iterator[str]:
    """The file as it concerns one path: of each group, the rules that match it, longest first."""
    path = _quoted(path)
    group: list[tuple[int, str]] = []
    for line in text.splitlines():
        key, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        key = key.lower()
        if key in _RULES:
            group.append((len(value) if value and matches(value, path) else -1, key))
        elif key == "user-agent":
            yield from _longest_first(group)
            group = []
            yield f"User-agent: {value}"
        elif key == "crawl-delay" and _DELAY.fullmatch(value):
            yield f"Crawl-delay: {math.ceil(float(value))}"
        elif key == "request-rate" and _RATE.fullmatch(value):
            yield f"Request-rate: {value}"
    yield from _longest_first(group)


def _longest_first(group: list[tuple[int, str]]) -> list[str]:
    """Between rules of one length, the one that allows counts; one is always left, for it is what ends a group."""
    matching = sorted((-length, key) for length, key in group if length >= 0)
    return [f"{key}: /" for _, key in matching] or ["allow: /"] * bool(group)


def matches(pattern: str, path: str) -> bool:
    """Whether a rule's pattern matches the beginning of a path (all of it, where the pattern ends in ``$``)."""
    first, *others = map(_quoted, pattern.removesuffix("$").split("*"))
    if not path.startswith(first):
        return False
    at, end = len(first), len(path)
    if pattern.endswith("$"):
        last = others.pop() if others else ""
        end -= len(last)
        if not path.endswith(last) or (not others and "*" not in pattern and at != end):
            return False
    for piece in others:
        at = path.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return at <= end


def _quoted(path: str) -> str:
    """One spelling of a path, whatever of it is escaped."""
    return quote(unquote(path), safe="/?=&")


def _pause(rules: RobotFileParser) -> float:
    """``Crawl-delay`` or ``Request-rate``, whichever is slower."""
    rate = rules.request_rate(USER_AGENT)
    spacing = rate.seconds / rate.requests if rate and rate.requests else 0.0
    return max(float(rules.crawl_delay(USER_AGENT) or 0.0), spacing)
