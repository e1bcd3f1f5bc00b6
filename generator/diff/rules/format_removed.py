"""The text or number has no format any more.

The format decides the Python type: text instead of Decimal, UUID or datetime.
"""

from generator.diff.finders.presence import vanished
from generator.diff.values import BREAKING, RISKY, Rule

RULE = Rule(
    id="format-removed",
    sentence="the text or number has no format any more",
    shapes="schema",
    find=vanished("format"),
    python=BREAKING,
    http=RISKY,
    mirror="format-added",
)
