"""The text or number has another format.

The format decides the Python type, and how the text is to be read.
"""

from generator.diff.finders.presence import replaced
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="format-changed",
    sentence="the text or number has another format",
    shapes="schema",
    find=replaced("format"),
    python=BREAKING,
    http=BREAKING,
    mirror="format-changed",
)
