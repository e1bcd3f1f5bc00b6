"""A parameter that had to be given is gone.

Python calls pass it by name or place and fail; a wire request may have it ignored, or not.
"""

from generator.diff.finders.members import is_required
from generator.diff.finders.presence import removed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="required-parameter-removed",
    sentence="a parameter that had to be given is gone",
    shapes="parameter",
    find=removed(is_required),
    python=BREAKING,
    http=BREAKING,
    mirror="required-parameter-added",
)
