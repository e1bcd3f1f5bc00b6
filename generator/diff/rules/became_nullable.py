"""Null is possible now.

In an answer, None where code calculates.
"""

from generator.diff.finders.values import became_nullable
from generator.diff.values import ADDITIVE, BREAKING, Felt, Rule

RULE = Rule(
    id="became-nullable",
    sentence="null is possible now",
    shapes="schema",
    find=became_nullable,
    python=Felt(request=ADDITIVE, response=BREAKING),
    http=Felt(request=ADDITIVE, response=BREAKING),
    mirror="no-longer-nullable",
)
