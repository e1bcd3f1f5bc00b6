"""Whether an operation answers with a stream of events: told by its words, or by the headings it stands under."""

import re
from collections.abc import Sequence
from typing import Final

from generator.extract.hugo.calls import Call
from generator.extract.hugo.markdown import plain
from generator.extract.hugo.outline import Section

_SAYS: Final = re.compile(r"text/event-stream", re.I)
_SPEAKS: Final = re.compile(r"\bserver[- ]sent[- ]events?\b|\bSSE\b|\bevent streams?\b", re.I)
_TITLE: Final = re.compile(rf"{_SAYS.pattern}|{_SPEAKS.pattern}|\bevents? streaming\b|\bstreams? of events\b", re.I)
#: Other calls may speak of events, too: only one to such an address answers with them.
_ADDRESS: Final = re.compile(r"/[\w-]*(?:events?|stream(?:ing|s)?)(?:/|$)", re.I)


def streams(call: Call, section: Section, above: Sequence[Section]) -> bool:
    """Whether a call of the section answers so; ``above`` are the sections whose headings it stands under."""
    if call.method != "get":
        return False
    if any(_TITLE.search(one.title) for one in (*above, section)):
        return True
    if any(_SAYS.search(text) for text in _texts(section)):
        return True
    told = (text for one in (*above, section) for text in _texts(one))
    return bool(_ADDRESS.search(call.path)) and any(_SAYS.search(text) or _SPEAKS.search(text) for text in told)


def _texts(section: Section) -> list[str]:
    return [plain(part.block.text) for part in section.parts if part.block.kind == "text"]


def nested(sections: Sequence[Section]) -> list[tuple[Section, tuple[Section, ...]]]:
    """Each section with those whose headings it stands under."""
    found: list[tuple[Section, tuple[Section, ...]]] = []
    above: list[Section] = []
    for section in sections:
        above = [one for one in above if one.level and (one.level < section.level or not section.level)]
        # What belongs to a sibling is not told of this one.
        found.append((section, tuple(one for one in above if one.kind == "other")))
        above.append(section)
    return found
