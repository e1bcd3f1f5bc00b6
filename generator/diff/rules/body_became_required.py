"""A body has to be sent now.

Calls without one are refused.
"""

from generator.diff.finders.members import became_required
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="body-became-required",
    sentence="a body has to be sent now",
    shapes="body",
    find=became_required,
    python=BREAKING,
    http=BREAKING,
    mirror="body-became-optional",
)
