"""Values have another type.

What was sent is refused, and what comes is read wrongly.
"""

from generator.diff.finders.values import type_changed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="type-changed",
    sentence="values have another type",
    shapes="schema",
    find=type_changed,
    python=BREAKING,
    http=BREAKING,
    mirror="type-changed",
)
