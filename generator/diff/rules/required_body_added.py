"""A body has to be sent now.

Calls without one are refused.
"""

from generator.diff.finders.members import is_required
from generator.diff.finders.presence import added
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="required-body-added",
    sentence="a body has to be sent now",
    shapes="body",
    find=added(is_required),
    python=BREAKING,
    http=BREAKING,
    mirror="required-body-removed",
)
