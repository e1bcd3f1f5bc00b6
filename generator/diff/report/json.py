"""For programs: every field of every change."""

import json
from collections.abc import Sequence

from attrs import asdict

from generator.diff.values import Change
from generator.model import JsonObject


def write(changes: Sequence[Change], file: str) -> str:
    document = {"file": file, "changes": [_plain(change) for change in changes]}
    return json.dumps(document, indent=2, ensure_ascii=False)


def _plain(change: Change) -> JsonObject:
    return {
        "id": change.rule.id,
        "sentence": change.rule.sentence,
        "level": str(change.level),
        "http_level": str(change.http),
        "base": change.base,
        "revision": change.revision,
        "before": change.before,
        "after": change.after,
        "roles": sorted(change.roles),
        "operations": [asdict(operation) for operation in change.operations],
    }
