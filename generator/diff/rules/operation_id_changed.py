"""The operation has another id.

Its Python module is named after it; the wire does not carry it.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import BREAKING, DOCS, Rule

RULE = Rule(
    id="operation-id-changed",
    sentence="the operation has another id",
    shapes="operation",
    find=changed("operationId"),
    python=BREAKING,
    http=DOCS,
    mirror="operation-id-changed",
)
