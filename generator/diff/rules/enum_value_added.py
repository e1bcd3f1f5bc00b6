"""One more value is possible.

In an answer it reaches code that has no case for it; the generated enumeration keeps it readable.
"""

from generator.diff.finders.values import value_added
from generator.diff.values import ADDITIVE, RISKY, Felt, Rule

RULE = Rule(
    id="enum-value-added",
    sentence="one more value is possible",
    shapes="schema",
    find=value_added,
    python=Felt(request=ADDITIVE, response=RISKY),
    http=Felt(request=ADDITIVE, response=RISKY),
    mirror="enum-value-removed",
)
