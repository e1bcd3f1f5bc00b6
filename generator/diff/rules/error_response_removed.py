"""An error is no longer described.

If it still comes, it is an unexpected status without a readable body.
"""

from generator.diff.finders.members import is_error
from generator.diff.finders.presence import removed
from generator.diff.values import DOCS, RISKY, Rule

RULE = Rule(
    id="error-response-removed",
    sentence="an error is no longer described",
    shapes="response",
    find=removed(is_error),
    python=RISKY,
    http=DOCS,
    mirror="error-response-added",
)
