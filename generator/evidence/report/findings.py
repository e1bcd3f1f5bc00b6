"""An audit as text."""

from collections.abc import Sequence

from generator.evidence.audit import Section
from generator.evidence.audit.samples import samples
from generator.evidence.audit.subject import Subject


def findings_report(subjects: Sequence[Subject], sections: Sequence[Section]) -> str:
    """What was looked at, then each check with what it found."""
    lines = []
    for subject in subjects:
        sourced = sum(1 for account in subject.accounts if account.origins)
        overlaid = sum(1 for account in subject.accounts if account.overlays)
        shown = sum(1 for _ in samples(subject.way.spec.document))
        pages = len(subject.way.sources)
        lines.append(
            f"{subject.name}: {len(subject.accounts)} names, {sourced} of them from {pages} pages,"
            f" {overlaid} touched by overlays; {shown} examples and defaults"
        )
    for section in sections:
        lines += ["", f"{section.title}  {len(section.findings)}", *(f"  - {f}" for f in section.findings)]
    return "\n".join(lines)
