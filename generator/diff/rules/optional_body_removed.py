"""A body that could be sent is gone.

The Python argument is gone; a close that was to be partial would be whole.
"""

from generator.diff.finders.members import is_optional
from generator.diff.finders.presence import removed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="optional-body-removed",
    sentence="a body that could be sent is gone",
    shapes="body",
    find=removed(is_optional),
    python=BREAKING,
    http=BREAKING,
    mirror="optional-body-added",
)
