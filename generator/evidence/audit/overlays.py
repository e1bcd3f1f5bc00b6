"""Overlays that do nothing, and evidence that is no longer there."""

import re
from collections.abc import Iterator
from typing import Final

from generator.evidence.audit.subject import Subject
from generator.model import PRECEDENCE, Finding

#: An extract's name in a sentence: ``broker/kind.operations``; a colon or a comma ends it.
_EXTRACT: Final = re.compile(rf"(?<![\w/.-])[\w-]+/(?:{'|'.join(PRECEDENCE)})\.[\w.+-]*[\w+-]")
_IDLE: Final = frozenset({"overlay-changes-nothing", "overlay-appends-again"})


def overlays(subject: Subject) -> list[Finding]:
    """What laying them over found, and ``evidence-missing``."""
    idle = [finding for finding in subject.way.spec.findings if finding.code in _IDLE]
    return [*idle, *dict.fromkeys(_missing(subject))]


def _missing(subject: Subject) -> Iterator[Finding]:
    for act in subject.way.acts:
        for index, source in enumerate(act.evidence):
            for name in _EXTRACT.findall(source):
                if name.removesuffix(".yaml") not in subject.extracts:
                    where = f"{subject.name}: {act.file}: /info/x-evidence/{index}"
                    yield Finding(
                        "evidence-missing", where, f"no extract is called {name}", "name what it is called now"
                    )
