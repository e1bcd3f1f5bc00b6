"""A parameter has to be given now.

Calls without it are refused.
"""

from generator.diff.finders.members import is_required
from generator.diff.finders.presence import added
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="required-parameter-added",
    sentence="a parameter has to be given now",
    shapes="parameter",
    find=added(is_required),
    python=BREAKING,
    http=BREAKING,
    mirror="required-parameter-removed",
)
