"""One of several, or any of several.

A value that fits two members is now good, or now refused.
"""

from generator.diff.finders.references import union_kind
from generator.diff.values import RISKY, Rule

RULE = Rule(
    id="union-kind-changed",
    sentence="one of several, or any of several",
    shapes="schema",
    find=union_kind,
    python=RISKY,
    http=RISKY,
    mirror="union-kind-changed",
)
