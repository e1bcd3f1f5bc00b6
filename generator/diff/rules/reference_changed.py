"""It is another component.

Python gets another class, with whatever fields that one has.
"""

from generator.diff.finders.references import other_target
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="reference-changed",
    sentence="it is another component",
    shapes="target",
    find=other_target,
    python=BREAKING,
    http=BREAKING,
    mirror="reference-changed",
)
