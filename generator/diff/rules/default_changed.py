"""Leaving it out means something else.

The same request, without the value, does something else.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import DOCS, RISKY, Felt, Rule

RULE = Rule(
    id="default-changed",
    sentence="leaving it out means something else",
    shapes="schema",
    find=changed("default"),
    python=Felt(request=RISKY, response=DOCS),
    http=Felt(request=RISKY, response=DOCS),
    mirror="default-changed",
)
