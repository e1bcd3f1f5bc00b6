"""A body may be left out.

Calls with one go on working.
"""

from generator.diff.finders.members import became_optional
from generator.diff.values import ADDITIVE, Rule

RULE = Rule(
    id="body-became-optional",
    sentence="a body may be left out",
    shapes="body",
    find=became_optional,
    python=ADDITIVE,
    http=ADDITIVE,
    mirror="body-became-required",
)
