"""The credentials need one scope less.

Tokens that have it go on working.
"""

from generator.diff.finders.access import scope_removed
from generator.diff.values import ADDITIVE, Rule

RULE = Rule(
    id="security-scope-removed",
    sentence="the credentials need one scope less",
    shapes="security",
    find=scope_removed,
    python=ADDITIVE,
    http=ADDITIVE,
    mirror="security-scope-added",
)
