"""Overlays (OpenAPI Overlay 1.0) laid over a document, strictly.

One step a module: ``reading`` (a file is an overlay, or an error), ``update``, ``remove``.

A target that matches nothing is an error: the page changed, so the claim has to be looked at again.  An action that
changes nothing, or appends what is there already, is a finding: the page has caught up with the overlay.
"""

from collections.abc import Callable, Sequence
from copy import deepcopy

from jsonpath import JSONPathError, JSONPathMatch

from generator.document import pointer
from generator.errors import OverlayError
from generator.model import Finding, JsonObject
from generator.overlay.reading import Action, read_overlay
from generator.overlay.remove import remove
from generator.overlay.update import update


def apply(
    document: JsonObject, overlays: Sequence[tuple[str, JsonObject]], name: str
) -> tuple[JsonObject, list[Finding], list[str]]:
    """A copy of ``document`` with every overlay that extends ``name`` applied, in the order given.

    ``overlays`` pairs a file's name with its parsed content.  Besides the copy: findings, and the files applied.
    """
    laid_over = deepcopy(document)
    findings: list[Finding] = []
    applied: list[str] = []
    for file, content in overlays:
        overlay = read_overlay(file, content)
        if overlay.extends != name:
            continue
        for action in overlay.actions:
            findings.extend(_act(laid_over, action, f"{name}: {file}"))
        applied.append(file)
    return laid_over, findings, applied


def _act(document: JsonObject, action: Action, label: str) -> list[Finding]:
    matches = _matches(document, action)
    if action.remove:
        remove(document, matches, action)
        return []
    changed = False
    findings = []
    for match in matches:
        told = update(match.obj, action.update, _error(action, match))
        changed = changed or told.changed
        findings += [
            Finding(
                "overlay-appends-again",
                f"{label}: {action.pointer}",
                f"{pointer(*match.parts)}{place} holds {value!r} already",
                "drop it from the overlay",
            )
            for place, value in told.repeated
        ]
    if not changed:
        what = f"{action.target} says this already"
        findings.append(
            Finding("overlay-changes-nothing", f"{label}: {action.pointer}", what, "remove the action: a page says it")
        )
    return findings


def _matches(document: JsonObject, action: Action) -> list[JSONPathMatch]:
    try:
        matches = list(action.query.finditer(document))
    except JSONPathError as error:
        what = f"{action.target} cannot be followed ({str(error).splitlines()[0]})"
        raise OverlayError(action.file, action.pointer, what, "write a simpler target") from None
    if not matches:
        what = f"{action.target} matches nothing"
        raise OverlayError(action.file, action.pointer, what, "correct the target, or remove the action")
    return matches


def _error(action: Action, match: JSONPathMatch) -> Callable[[str, str, str], OverlayError]:
    """How ``update`` complains about a place below the matched node."""

    def error(place: str, what: str, todo: str) -> OverlayError:
        return OverlayError(action.file, action.pointer, f"{pointer(*match.parts)}{place} {what}", todo)

    return error
