"""Credentials are needed now.

Calls without them are refused.
"""

from generator.diff.finders.access import security_required
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="security-required",
    sentence="credentials are needed now",
    shapes="security",
    find=security_required,
    python=BREAKING,
    http=BREAKING,
    mirror="security-dropped",
)
