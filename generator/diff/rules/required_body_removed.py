"""There is no body any more.

The Python argument is gone; what was said in it goes unheard.
"""

from generator.diff.finders.members import is_required
from generator.diff.finders.presence import removed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="required-body-removed",
    sentence="there is no body any more",
    shapes="body",
    find=removed(is_required),
    python=BREAKING,
    http=BREAKING,
    mirror="required-body-added",
)
