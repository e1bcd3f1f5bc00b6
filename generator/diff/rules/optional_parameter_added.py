"""A parameter may be given.

Calls without it mean what they meant.
"""

from generator.diff.finders.members import is_optional
from generator.diff.finders.presence import added
from generator.diff.values import ADDITIVE, Rule

RULE = Rule(
    id="optional-parameter-added",
    sentence="a parameter may be given",
    shapes="parameter",
    find=added(is_optional),
    python=ADDITIVE,
    http=ADDITIVE,
    mirror="optional-parameter-removed",
)
