"""What happened, for people: the report at the end of a build, and ``openapi/CONFLICTS.md``."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from generator.document import operations
from generator.model import Conflict, Finding, Fragment, Spec

_INTRO = """# Where the pages disagree

Written by `make specs`; do not edit.  Each row is one disagreement between pages of one API, who won, and by which
rule.  Precedence: a machine-readable definition (readme), then tables (hugo), then SDK text (sphinx, stainless), and
below them whatever only a rule or a sample says.  Between equals the newer page wins.  Enumerations, fields and
parameters are united.
"""

#: So many changed files are named; of a whole package, the number says more.
_FEW: Final = 6


def conflicts_page(specs: Sequence[tuple[str, Spec]]) -> str:
    """Every settled disagreement of every document as one Markdown page."""
    parts = [_INTRO]
    for name, spec in specs:
        parts.append(f"\n## {name}\n\n")
        if not spec.conflicts:
            parts.append("No page contradicts another.\n")
            continue
        pages = dict.fromkeys(page for conflict in spec.conflicts for page, _ in conflict.claims)
        number = {page: f"[{i}]" for i, page in enumerate(pages, 1)}
        parts += [f"- {mark} {_cell(page)}\n" for page, mark in number.items()]
        parts.append("\n| where | who says what | winner | rule |\n| --- | --- | --- | --- |\n")
        for conflict in spec.conflicts:
            said = "<br>".join(f"{number[page]} {_cell(claim)}" for page, claim in conflict.claims)
            winner = number.get(conflict.winner, _cell(conflict.winner))
            parts.append(f"| `{_cell(conflict.pointer)}` | {said} | {winner} | {conflict.rule} |\n")
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
    number = {fragment.label: f"[{i}]" for i, fragment in enumerate(fragments, 1)}
    applied = ", ".join(overlay.rpartition("/")[2] for overlay in overlays)
    lines = [
        f"{name}",
        *_tail("pages", [f"{number[f.label]} {f.label}" for f in fragments]),
        f"  operations  {count}",
        f"  schemas     {schemas}",
        f"  overlays    {len(overlays)}" + (f": {applied}" if applied else ""),
        *_settled(spec.conflicts, number),
        *_tail("repairs", [f"{r.code}: {r.where}: {r.what}" for r in spec.repairs]),
        *_tail("findings", [str(f) for f in spec.findings]),
        f"  changed     {changed_text(list(changed))}",
    ]
    return "\n".join(lines)


def changed_text(paths: Sequence[str]) -> str:
    """How many files changed, and the first few of them."""
    if not paths:
        return "nothing"
    more = f" and {len(paths) - _FEW} more" if len(paths) > _FEW else ""
    return f"{len(paths)}: {', '.join(paths[:_FEW])}{more}"


def _settled(conflicts: Sequence[Conflict], number: Mapping[str, str]) -> list[str]:
    """One line for all that differ alike; CONFLICTS.md has each."""
    alike: dict[tuple[object, ...], list[Conflict]] = {}
    for conflict in conflicts:
        alike.setdefault((conflict.claims, conflict.winner, conflict.rule), []).append(conflict)
    lines = []
    for first, *others in alike.values():
        claims = " / ".join(f"{number.get(page, page)} says {claim}" for page, claim in first.claims)
        more = f" and {len(others)} more" if others else ""
        winner = number.get(first.winner, first.winner)
        lines.append(f"    - {first.pointer}{more}: {claims} -> {winner} ({first.rule})")
    return [f"  conflicts   {len(conflicts)}", *lines]


def _tail(what: str, lines: Sequence[str]) -> list[str]:
    return [f"  {what:<10}  {len(lines)}", *(f"    - {line}" for line in lines)]


def findings_text(findings: Sequence[Finding]) -> str:
    return "\n".join(f"  - {finding}" for finding in findings)
