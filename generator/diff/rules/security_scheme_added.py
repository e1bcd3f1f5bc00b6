"""There is another way to prove who calls.

The ways that were there stay.
"""

from generator.diff.finders.presence import added
from generator.diff.values import ADDITIVE, Rule

RULE = Rule(
    id="security-scheme-added",
    sentence="there is another way to prove who calls",
    shapes="scheme",
    find=added(),
    python=ADDITIVE,
    http=ADDITIVE,
    mirror="security-scheme-removed",
)
