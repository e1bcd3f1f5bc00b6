"""What the parts of one page share while it is read: its name, its enumerations and classes, and what was odd."""

import re
from collections.abc import Iterable
from typing import Final

from attrs import field, mutable

from generator.extract.hugo import samples
from generator.extract.hugo.markdown import Block
from generator.model import Finding, Json, JsonObject, Repair
from generator.rules.names import checked, component

_APOSTROPHE: Final = re.compile(r"(?<=\w)['’](?=\w)")
_WORD: Final = re.compile(r"[A-Za-z0-9]+")


@mutable
class Context:
    """One page: ``classes`` are the objects it defines, ``enums`` its value sets, ``names`` all attributes it names."""

    page: str
    classes: frozenset[str] = frozenset()
    enums: dict[str, tuple[str, ...]] = field(factory=dict)
    names: frozenset[str] = frozenset()
    used_enums: set[str] = field(factory=set)
    findings: list[Finding] = field(factory=list)
    repairs: list[Repair] = field(factory=list)
    #: Classes that prose names and only a sample shows, each with the line that names it.
    shown: dict[str, tuple[JsonObject, int]] = field(factory=dict)
    _read: dict[Block, tuple[Json, ...]] = field(factory=dict)

    def named(self, name: str) -> JsonObject | None:
        """The schema of an enumeration or class of this page, by the name a type cell gives it."""
        wanted = class_name(name)
        if wanted in self.enums:
            self.used_enums.add(wanted)
            return {"type": "string", "enum": list(self.enums[wanted])}
        if (known := self.known(wanted)) is not None:
            return {"$ref": f"#/components/schemas/{known}"}
        return None

    def known(self, name: str) -> str | None:
        """The class of this page that is called so, whatever the case or number (``positions`` is ``Position``)."""
        lower = {known.lower(): known for known in self.classes}
        wanted = name.lower()
        candidates = (wanted, wanted.removesuffix("s"), wanted.removesuffix("es"), re.sub(r"ies$", "y", wanted))
        return next((lower[candidate] for candidate in candidates if candidate in lower), None)

    def odd(self, code: str, line: int, what: str, todo: str) -> None:
        self.findings.append(Finding(code, f"{self.page}:{line}", what, todo))

    def repair(self, code: str, line: int, what: str) -> None:
        self.repairs.append(Repair(code, f"{self.page}:{line}", what))

    def samples(self, block: Block) -> tuple[Json, ...]:
        """The JSON samples of a code block, read once."""
        if block not in self._read:
            found = samples.read(block, self.page)
            self._read[block] = found.values
            self.findings.extend(found.findings)
            self.repairs.extend(found.repairs)
        return self._read[block]


def class_name(words: str) -> str:
    """``ACH relationship`` is ``ACHRelationship``.

    >>> class_name("Trading Account")
    'TradingAccount'
    """
    parts: Iterable[str] = _WORD.findall(_APOSTROPHE.sub("", words))
    return component("".join(part[:1].upper() + part[1:] for part in parts)) if parts else "Unnamed"


def checked_class(words: str, page: str, line: int) -> str:
    """The class a heading names, if that can be a name at all."""
    return class_name(checked(_APOSTROPHE.sub("", words), f"{page}:{line}", ""))
