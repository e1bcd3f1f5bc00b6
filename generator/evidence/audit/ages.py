"""Pages that may no longer say what they said."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from generator.evidence.audit.subject import Subject
from generator.model import Finding, Fragment


def ages(subject: Subject, now: datetime, days: int) -> list[Finding]:
    """``page-old`` and ``page-undated``."""
    return [finding for source in subject.way.sources for finding in _age(source.page, now, days)]


def _age(page: Fragment, now: datetime, days: int) -> Iterator[Finding]:
    scraped = _moment(page.scraped_at)
    if scraped is None:
        what = "nobody knows when it was scraped" if page.scraped_at is None else f"scraped at {page.scraped_at!r}"
        yield Finding("page-undated", page.label, what, "scrape it again")
    elif now - scraped > timedelta(days=days):
        what = f"scraped {(now - scraped).days} days ago, on {scraped:%Y-%m-%d}"
        yield Finding("page-old", page.label, what, "scrape it again")


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
