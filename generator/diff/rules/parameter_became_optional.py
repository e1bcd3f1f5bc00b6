"""A parameter may be left out.

Calls with it go on working.
"""

from generator.diff.finders.members import became_optional
from generator.diff.values import ADDITIVE, Rule

RULE = Rule(
    id="parameter-became-optional",
    sentence="a parameter may be left out",
    shapes="parameter",
    find=became_optional,
    python=ADDITIVE,
    http=ADDITIVE,
    mirror="parameter-became-required",
)
