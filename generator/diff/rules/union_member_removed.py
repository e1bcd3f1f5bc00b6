"""A kind of value is no longer possible.

In a request it is refused; in Python a class goes from the union.
"""

from generator.diff.finders.presence import removed
from generator.diff.values import BREAKING, DOCS, RISKY, Felt, Rule

RULE = Rule(
    id="union-member-removed",
    sentence="a kind of value is no longer possible",
    shapes="member",
    find=removed(),
    python=Felt(request=BREAKING, response=RISKY),
    http=Felt(request=BREAKING, response=DOCS),
    mirror="union-member-added",
)
