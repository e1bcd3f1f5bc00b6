"""A parameter has to be given now.

Calls without it are refused.
"""

from generator.diff.finders.members import became_required
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="parameter-became-required",
    sentence="a parameter has to be given now",
    shapes="parameter",
    find=became_required,
    python=BREAKING,
    http=BREAKING,
    mirror="parameter-became-optional",
)
