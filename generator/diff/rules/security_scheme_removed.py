"""A way to prove who calls is gone.

Clients built for it can no longer say who they are.
"""

from generator.diff.finders.presence import removed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="security-scheme-removed",
    sentence="a way to prove who calls is gone",
    shapes="scheme",
    find=removed(),
    python=BREAKING,
    http=BREAKING,
    mirror="security-scheme-added",
)
