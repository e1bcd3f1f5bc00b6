"""A header may be missing now.

Readers that rely on it fail.
"""

from generator.diff.finders.members import became_optional
from generator.diff.values import RISKY, Rule

RULE = Rule(
    id="response-header-became-optional",
    sentence="a header may be missing now",
    shapes="header",
    find=became_optional,
    python=RISKY,
    http=RISKY,
    mirror="response-header-became-required",
)
