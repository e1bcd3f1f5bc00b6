"""The limits are wider.

An answer may be longer or greater than what it is stored in.
"""

from generator.diff.finders.values import bound_loosened
from generator.diff.values import ADDITIVE, RISKY, Felt, Rule

RULE = Rule(
    id="bound-loosened",
    sentence="the limits are wider",
    shapes="schema",
    find=bound_loosened,
    python=Felt(request=ADDITIVE, response=RISKY),
    http=Felt(request=ADDITIVE, response=RISKY),
    mirror="bound-tightened",
)
