"""The unit is told now.

Nothing says that it was another before; whoever guessed should compare.
"""

from generator.diff.finders.presence import appeared
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="unit-added",
    sentence="the unit is told now",
    shapes="schema",
    find=appeared("x-unit"),
    python=DOCS,
    http=DOCS,
    mirror="unit-removed",
)
