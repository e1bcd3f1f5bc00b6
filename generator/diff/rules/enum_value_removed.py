"""A value is no longer possible.

In a request it is refused; in Python the member is gone, also where it was only read.
"""

from generator.diff.finders.values import value_removed
from generator.diff.values import BREAKING, DOCS, Felt, Rule

RULE = Rule(
    id="enum-value-removed",
    sentence="a value is no longer possible",
    shapes="schema",
    find=value_removed,
    python=BREAKING,
    http=Felt(request=BREAKING, response=DOCS),
    mirror="enum-value-added",
)
