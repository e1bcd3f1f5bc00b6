"""An audit as one page of HTML that needs nothing else."""

from collections.abc import Sequence
from datetime import datetime

from generator.evidence.audit import Section
from generator.evidence.audit.subject import Subject
from generator.evidence.report.markup import Markup, link, several, tag
from generator.evidence.report.provenance import overlays, provenance
from generator.evidence.report.style import STYLE

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def audit_page(subjects: Sequence[Subject], sections: Sequence[Section], now: datetime) -> str:
    """Findings first, then where each name of each document comes from."""
    title = "Where the documents come from"
    head = tag(
        "head",
        Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        tag("title", title),
        Markup(f"<style>{STYLE}</style>"),
    )
    body = tag(
        "body",
        tag("h1", title),
        tag("p", f"Looked through on {now:%Y-%m-%d}.", class_="soft"),
        _summary(sections),
        *(_section(number, section) for number, section in enumerate(sections, 1) if section.findings),
        *(_document(subject) for subject in subjects),
    )
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang='en').html}\n"


def _summary(sections: Sequence[Section]) -> Markup:
    rows = [
        tag(
            "tr",
            tag("td", tag("a", s.title, href=f"#check-{number}") if s.findings else s.title),
            tag("td", len(s.findings), class_="number some" if s.findings else "number none"),
        )
        for number, s in enumerate(sections, 1)
    ]
    header = tag("thead", tag("tr", tag("th", "check", scope="col"), tag("th", "findings", scope="col")))
    return tag("table", header, tag("tbody", *rows))


def _section(number: int, section: Section) -> Markup:
    rows = [
        tag("tr", tag("td", tag("code", f.code)), tag("td", tag("code", f.where)), tag("td", f.what), tag("td", f.todo))
        for f in section.findings
    ]
    columns = tag("tr", *(tag("th", name, scope="col") for name in ("code", "where", "what", "what to do")))
    table = tag("table", tag("thead", columns), tag("tbody", *rows))
    return several(tag("h2", section.title, id=f"check-{number}"), tag("div", table, class_="scroll"))


def _document(subject: Subject) -> Markup:
    pages = [
        tag(
            "tr",
            tag("td", tag("code", source.page.label)),
            tag("td", link(source.page.url, source.page.url or "address not known")),
            tag("td", source.page.scraped_at or "not known"),
            tag("td", tag("code", source.page.sha256[:12])),
        )
        for source in subject.way.sources
    ]
    columns = tag("tr", *(tag("th", name, scope="col") for name in ("page", "address", "scraped", "sha256")))
    return several(
        tag("h2", subject.name),
        tag("div", tag("table", tag("thead", columns), tag("tbody", *pages)), class_="scroll"),
        tag("h3", "Names, and where each comes from"),
        provenance(subject),
        tag("h3", "Overlays, and why they are there"),
        overlays(subject),
    )
