"""Credentials are no longer accepted.

Whoever uses them is locked out.
"""

from generator.diff.finders.access import alternative_removed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="security-alternative-removed",
    sentence="credentials are no longer accepted",
    shapes="security",
    find=alternative_removed,
    python=BREAKING,
    http=BREAKING,
    mirror="security-alternative-added",
)
