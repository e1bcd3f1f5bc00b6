"""Values of more types are possible.

In a request a freedom; in an answer a value that code is not written for.
"""

from generator.diff.finders.values import type_widened
from generator.diff.values import ADDITIVE, BREAKING, Felt, Rule

RULE = Rule(
    id="type-widened",
    sentence="values of more types are possible",
    shapes="schema",
    find=type_widened,
    python=Felt(request=ADDITIVE, response=BREAKING),
    http=Felt(request=ADDITIVE, response=BREAKING),
    mirror="type-narrowed",
)
