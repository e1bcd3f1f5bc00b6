"""A header is always there now.

Readers that allow for its absence still may.
"""

from generator.diff.finders.members import became_required
from generator.diff.values import ADDITIVE, Rule

RULE = Rule(
    id="response-header-became-required",
    sentence="a header is always there now",
    shapes="header",
    find=became_required,
    python=ADDITIVE,
    http=ADDITIVE,
    mirror="response-header-became-optional",
)
