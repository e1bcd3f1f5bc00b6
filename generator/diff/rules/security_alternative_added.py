"""Other credentials are accepted too.

The old ones still are.
"""

from generator.diff.finders.access import alternative_added
from generator.diff.values import ADDITIVE, Rule

RULE = Rule(
    id="security-alternative-added",
    sentence="other credentials are accepted too",
    shapes="security",
    find=alternative_added,
    python=ADDITIVE,
    http=ADDITIVE,
    mirror="security-alternative-removed",
)
