"""What happened, for people: the report at the end of a build, and ``openapi/CONFLICTS.md``."""

from collections.abc import Iterable, Sequence

from generator.document import operations
from generator.model import Conflict, Finding, Fragment, Spec

_INTRO = """# Where the pages disagree

Written by `make specs`; do not edit.  Each row is one disagreement between pages of one API, who won, and by which
rule.  Precedence: a machine-readable definition (readme), then tables (hugo), then SDK text (sphinx, stainless), and
below them whatever only a rule or a sample says.  Between equals the newer page wins.  Enumerations, fields and
parameters are united.
"""


def conflicts_page(specs: Sequence[tuple[str, Spec]]) -> str:
    """Every settled disagreement of every document as one Markdown page."""
    parts = [_INTRO]
    for name, spec in specs:
        parts.append(f"\n## {name}\n")
        if not spec.conflicts:
            parts.append("No page contradicts another.\n")
            continue
        parts.append("| where | who says what | winner | rule |\n| --- | --- | --- | --- |\n")
        for conflict in spec.conflicts:
            said = "<br>".join(f"{_cell(page)}: {_cell(claim)}" for page, claim in conflict.claims)
            parts.append(f"| `{_cell(conflict.pointer)}` | {said} | {_cell(conflict.winner)} | {conflict.rule} |\n")
    return "".join(parts)


def _cell(text: str) -> str:
    flat = " ".join(text.split())
    return flat.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("`", "'")


def summary(
    name: str, fragments: Sequence[Fragment], spec: Spec, overlays: Sequence[str], changed: Iterable[str]
) -> str:
    """One document's lines in the report."""
    count = sum(1 for _ in operations(spec.document))
    schemas = len(spec.document.get("components", {}).get("schemas", {}))
    lines = [
        f"{name}",
        f"  pages       {len(fragments)}: {', '.join(f.label for f in fragments)}",
        f"  operations  {count}",
        f"  schemas     {schemas}",
        f"  overlays    {len(overlays)}" + (f": {', '.join(overlays)}" if overlays else ""),
        *_conflict_lines(spec.conflicts),
        *_tail("repairs", [f"{r.code}: {r.where}: {r.what}" for r in spec.repairs]),
        *_tail("findings", [str(f) for f in spec.findings]),
        f"  changed     {', '.join(changed) or 'nothing'}",
    ]
    return "\n".join(lines)


def _conflict_lines(conflicts: Sequence[Conflict]) -> list[str]:
    told = [
        f"{c.pointer}: " + " / ".join(f"{page} says {claim}" for page, claim in c.claims) + f" -> {c.winner} ({c.rule})"
        for c in conflicts
    ]
    return _tail("conflicts", told)


def _tail(what: str, lines: Sequence[str]) -> list[str]:
    return [f"  {what:<10}  {len(lines)}", *(f"    - {line}" for line in lines)]


def findings_text(findings: Sequence[Finding]) -> str:
    return "\n".join(f"  - {finding}" for finding in findings)
