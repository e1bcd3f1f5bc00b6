"""An answer has another header.

Headers nobody asked for are not read.
"""

from generator.diff.finders.presence import added
from generator.diff.values import ADDITIVE, Rule

RULE = Rule(
    id="response-header-added",
    sentence="an answer has another header",
    shapes="header",
    find=added(),
    python=ADDITIVE,
    http=ADDITIVE,
    mirror="response-header-removed",
)
