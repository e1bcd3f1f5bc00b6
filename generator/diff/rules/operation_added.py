"""There is a new operation.

Nothing that exists depends on it.
"""

from generator.diff.finders.presence import added
from generator.diff.values import ADDITIVE, Rule

RULE = Rule(
    id="operation-added",
    sentence="there is a new operation",
    shapes="operation",
    find=added(),
    python=ADDITIVE,
    http=ADDITIVE,
    mirror="operation-removed",
)
