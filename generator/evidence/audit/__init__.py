"""What the documents leave open: one check a module, each from a subject to findings.

A finding here stops nothing.  Some stay for good (a rule inferred what no page will ever say); the list is there to be
read, and to be shorter next time.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from attrs import frozen

from generator.evidence.audit.ages import ages
from generator.evidence.audit.claims import claims
from generator.evidence.audit.fields import fields
from generator.evidence.audit.formats import formats
from generator.evidence.audit.overlays import overlays
from generator.evidence.audit.samples import contradicted
from generator.evidence.audit.statuses import statuses
from generator.evidence.audit.subject import Subject
from generator.model import Finding

CHECKS: Final[Sequence[tuple[str, Callable[[Subject], list[Finding]]]]] = (
    ("examples that their schema refuses", contradicted),
    ("claims without evidence", claims),
    ("fields in examples that no schema has", fields),
    ("numbers and amounts without a format", formats),
    ("statuses known from prose only", statuses),
    ("overlays without effect or evidence", overlays),
)


@frozen
class Section:
    """What one check found, in all documents."""

    title: str
    findings: tuple[Finding, ...]


def audit(subjects: Sequence[Subject], strays: Sequence[str], now: datetime, days: int) -> list[Section]:
    """Every check over every document; ``strays`` are overlays of none of them, ``days`` how old a page may be."""
    sections = [Section(title, tuple(f for s in subjects for f in check(s))) for title, check in CHECKS]
    old = Section(f"pages older than {days} days", tuple(f for s in subjects for f in ages(s, now, days)))
    idle = Section("overlays of no document", tuple(map(_stray, strays)))
    return [*sections, idle, old]


def _stray(file: str) -> Finding:
    return Finding("overlay-unused", file, "extends none of the documents", "correct its extends, or delete it")
