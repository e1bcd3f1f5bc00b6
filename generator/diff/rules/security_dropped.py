"""Credentials are no longer needed.

Calls with them go on working; that the door is open deserves a look all the same.
"""

from generator.diff.finders.access import security_dropped
from generator.diff.values import ADDITIVE, Rule

RULE = Rule(
    id="security-dropped",
    sentence="credentials are no longer needed",
    shapes="security",
    find=security_dropped,
    python=ADDITIVE,
    http=ADDITIVE,
    mirror="security-required",
)
