"""Answers that are only told of: by a sentence, a sample or a status without a body."""

import re
from collections.abc import Iterator
from typing import Final

from generator.document import operations, pointer, resolve
from generator.evidence.audit.subject import Subject
from generator.model import Finding, JsonObject

#: Answers that never have a body.
_EMPTY: Final = frozenset({"204", "205", "304"})
_TOLD: Final = re.compile(r"\b(?:HTTP|status(?: code)?|answer(?:s|ed)?(?: with)?)\s+([1-5]\d\d)\b", re.I)
_PROSE: Final = frozenset({"response-prose", "error-status-in-example"})


def statuses(subject: Subject) -> list[Finding]:
    """``status-in-prose-only`` and ``status-mentioned-only``."""
    document = subject.way.spec.document
    return [f for path, method, o in operations(document) for f in _statuses(subject.name, document, path, method, o)]


def _statuses(name: str, document: JsonObject, path: str, method: str, operation: JsonObject) -> Iterator[Finding]:
    answers = operation.get("responses", {})
    for status, given in answers.items():
        answer = resolve(document, given)
        where = f"{name}: {pointer('paths', path, method, 'responses', status)}"
        if status not in _EMPTY and method != "head" and not answer.get("content"):
            yield Finding(
                "status-in-prose-only", where, f"{status} is named without a body", "describe it by an overlay"
            )
        elif rule := _inferred(answer):
            what = f"{status} has the body that {rule} suggests"
            yield Finding("status-in-prose-only", where, what, "describe it by an overlay")
    told = [operation.get("description", ""), *(resolve(document, a).get("description", "") for a in answers.values())]
    for status in dict.fromkeys(found for text in told for found in _TOLD.findall(text)):
        if status not in answers and f"{status[0]}XX" not in answers:
            where = f"{name}: {pointer('paths', path, method)}"
            what = f"a description tells of {status}, the answers do not"
            yield Finding("status-mentioned-only", where, what, "add the answer by an overlay")


def _inferred(answer: JsonObject) -> str | None:
    """The rule by which the answer, or its body, was read out of a sentence."""
    schemas = [media.get("schema") for media in answer.get("content", {}).values()]
    marks = [node.get("x-inferred") for node in (answer, *schemas) if isinstance(node, dict)]
    return next((str(mark) for mark in marks if mark in _PROSE), None)
