"""An answer no longer has a header.

Whoever paces calls by it has nothing to go by.
"""

from generator.diff.finders.presence import removed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="response-header-removed",
    sentence="an answer no longer has a header",
    shapes="header",
    find=removed(),
    python=BREAKING,
    http=BREAKING,
    mirror="response-header-added",
)
