"""Who speaks first: the stronger kind of page, then the newer page, then the smaller hash.  Never the file's name."""

from collections.abc import Sequence

from generator.model import PRECEDENCE, Fragment
from generator.rules.claims import Side


def by_strength(fragments: Sequence[Fragment]) -> list[Fragment]:
    newest_first = sorted(sorted(fragments, key=lambda f: f.sha256), key=lambda f: f.scraped_at or "", reverse=True)
    return sorted(newest_first, key=lambda f: PRECEDENCE[f.kind])


def side(fragment: Fragment) -> Side:
    return Side(fragment.label, PRECEDENCE[fragment.kind])
