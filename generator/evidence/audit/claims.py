"""Claims with nothing behind them: what a rule inferred, and what neither a page nor an overlay says."""

from collections.abc import Iterator

from generator.document import pointer
from generator.evidence.audit.subject import Subject
from generator.model import Finding, Json

_TODO = "find a page that says it, or add an overlay that names its evidence"


def claims(subject: Subject) -> list[Finding]:
    """``claim-inferred`` and ``claim-without-source``."""
    inferred = [
        Finding("claim-inferred", f"{subject.name}: {place}", f"only the rule {rule} says so", _TODO)
        for place, rule in _inferred(subject.way.spec.document, "")
    ]
    # What stands in a place that a page or an overlay brought is theirs too: only the outermost is reported.
    sourced = {a.place.keyed for a in subject.accounts if a.origins or a.overlays}
    bare = [a for a in subject.accounts if a.place.keyed not in sourced and not a.merged and not a.conflicts]
    tops = {a.place.keyed for a in bare}
    unsourced = [
        Finding("claim-without-source", f"{subject.name}: {a.place.pointer}", f"no page says {a.place.name}", _TODO)
        for a in bare
        if not any(a.place.keyed.startswith(f"{top}/") for top in tops)
    ]
    return inferred + unsourced


def _inferred(node: Json, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, list):
        for index, entry in enumerate(node):
            yield from _inferred(entry, f"{place}/{index}")
    elif isinstance(node, dict):
        if isinstance(rule := node.get("x-inferred"), str):
            yield place, rule
        for key, value in node.items():
            if key not in ("example", "examples", "default"):
                yield from _inferred(value, place + pointer(key))
