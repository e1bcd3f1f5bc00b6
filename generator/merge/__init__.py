"""The fragments of one API as one document, by written precedence (``model.PRECEDENCE``); every disagreement is noted.

One subject a module: ``order`` (who speaks first), ``components``, ``paths``, ``defaults`` (servers and security),
``operation``, ``sdk`` (methods join the operations they stand for), ``fields`` and ``values`` (of classes).
"""

from collections.abc import Sequence

from generator.document import operations
from generator.merge.components import merge_components
from generator.merge.fields import unite_fields
from generator.merge.order import by_strength, side
from generator.merge.paths import follow_paths, merge_paths
from generator.merge.sdk import attach_methods
from generator.merge.values import unite_values
from generator.model import Conflict, Finding, Fragment, Json, JsonObject, Spec

_UNTITLED = "API"


def merge(fragments: Sequence[Fragment], title: str | None = None) -> Spec:
    """One document from normalised fragments.  ``title`` names the API when pages leave that open or disagree."""
    conflicts: list[Conflict] = []
    ordered = by_strength(fragments)
    components, renamed = merge_components(follow_paths(ordered), conflicts.append)
    document: JsonObject = {"openapi": "3.1.0"}
    document["info"], findings = _info(ordered, title, conflicts)
    for key in ("servers", "security"):
        if (stated := _first(renamed, key)) is not None:
            document[key] = stated
    if tags := _tags(ordered):
        document["tags"] = tags
    document["paths"] = merge_paths(renamed, document, conflicts.append)
    if components:
        document["components"] = components
    document = unite_values(unite_fields(document, conflicts.append))
    document, unmatched = attach_methods(document, ordered)
    return Spec(
        document=document,
        conflicts=tuple(conflicts),
        findings=(*(f for fragment in ordered for f in fragment.findings), *findings, *unmatched, *_empty(document)),
        repairs=tuple(repair for fragment in ordered for repair in fragment.repairs),
    )


def _first(fragments: Sequence[Fragment], key: str) -> Json:
    return next((f.document[key] for f in fragments if f.document.get(key)), None)


def _info(
    fragments: Sequence[Fragment], title: str | None, conflicts: list[Conflict]
) -> tuple[JsonObject, list[Finding]]:
    stated = [(side(f).label, f.document["info"]) for f in fragments if isinstance(f.document.get("info"), dict)]
    titles = {str(info["title"]): label for label, info in reversed(stated) if info.get("title")}
    versions = [(label, str(info["version"])) for label, info in stated if info.get("version")]
    findings = []
    if len(titles) > 1 and title is None:
        said = ", ".join(f"{name!r} ({label})" for name, label in sorted(titles.items()))
        todo = "a folder is one API: split it, or name it with --api-title"
        findings.append(Finding("titles-differ", "info", f"pages call their API by different titles: {said}", todo))
    if len({version for _, version in versions}) > 1:
        first_of_each = {version: (label, version) for label, version in reversed(versions)}
        claims = tuple(sorted(first_of_each.values()))
        conflicts.append(Conflict("/info/version", claims, versions[0][0], "the stronger source, then the newer page"))
    chosen = title or next((str(info["title"]) for _, info in stated if info.get("title")), _UNTITLED)
    return {"title": chosen, "version": versions[0][1] if versions else "0"}, findings


def _tags(fragments: Sequence[Fragment]) -> list[JsonObject]:
    tags = {t["name"]: t for f in reversed(fragments) for t in f.document.get("tags", ()) if "name" in t}
    return [tags[name] for name in sorted(tags)]


def _empty(document: JsonObject) -> list[Finding]:
    if any(True for _ in operations(document)):
        return []
    return [Finding("no-operations", "document", "no page defines an operation", "check the folder of pages")]
