"""A kind of success is gone.

What the code waits for no longer comes.
"""

from generator.diff.finders.members import is_success
from generator.diff.finders.presence import removed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="success-response-removed",
    sentence="a kind of success is gone",
    shapes="response",
    find=removed(is_success),
    python=BREAKING,
    http=BREAKING,
    mirror="success-response-added",
)
