"""Null is no longer possible.

In a request it is refused; in an answer a case less.
"""

from generator.diff.finders.values import no_longer_nullable
from generator.diff.values import ADDITIVE, BREAKING, Felt, Rule

RULE = Rule(
    id="no-longer-nullable",
    sentence="null is no longer possible",
    shapes="schema",
    find=no_longer_nullable,
    python=Felt(request=BREAKING, response=ADDITIVE),
    http=Felt(request=BREAKING, response=ADDITIVE),
    mirror="became-nullable",
)
