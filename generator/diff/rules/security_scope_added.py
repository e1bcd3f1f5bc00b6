"""The credentials need one more scope.

Tokens without it are refused.
"""

from generator.diff.finders.access import scope_added
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="security-scope-added",
    sentence="the credentials need one more scope",
    shapes="security",
    find=scope_added,
    python=BREAKING,
    http=BREAKING,
    mirror="security-scope-removed",
)
