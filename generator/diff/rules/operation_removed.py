"""The operation is gone.

Its module goes from the package, and the wire answers 404.
"""

from generator.diff.finders.presence import removed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="operation-removed",
    sentence="the operation is gone",
    shapes="operation",
    find=removed(),
    python=BREAKING,
    http=BREAKING,
    mirror="operation-added",
)
