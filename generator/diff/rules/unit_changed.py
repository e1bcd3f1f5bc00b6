"""The number counts something else.

Every value is still readable, and wrong: a ratio taken for percent is off by a hundred.
"""

from generator.diff.finders.presence import replaced
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="unit-changed",
    sentence="the number counts something else",
    shapes="schema",
    find=replaced("x-unit"),
    python=BREAKING,
    http=BREAKING,
    mirror="unit-changed",
)
