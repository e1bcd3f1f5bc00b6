"""It may not go together with something else.

Two ways to say how much: together they are refused.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import RISKY, Rule

RULE = Rule(
    id="exclusion-changed",
    sentence="it may not go together with something else",
    shapes="schema",
    find=changed("x-excludes"),
    python=RISKY,
    http=RISKY,
    mirror="exclusion-changed",
)
