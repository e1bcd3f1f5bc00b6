"""The text or number has a format now.

The format decides the Python type: Decimal, UUID or datetime instead of text.
"""

from generator.diff.finders.presence import appeared
from generator.diff.values import BREAKING, RISKY, Rule

RULE = Rule(
    id="format-added",
    sentence="the text or number has a format now",
    shapes="schema",
    find=appeared("format"),
    python=BREAKING,
    http=RISKY,
    mirror="format-removed",
)
