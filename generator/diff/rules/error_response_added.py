"""Another error is described.

It is an error with a readable body instead of an unexpected status.
"""

from generator.diff.finders.members import is_error
from generator.diff.finders.presence import added
from generator.diff.values import ADDITIVE, DOCS, Rule

RULE = Rule(
    id="error-response-added",
    sentence="another error is described",
    shapes="response",
    find=added(is_error),
    python=ADDITIVE,
    http=DOCS,
    mirror="error-response-removed",
)
