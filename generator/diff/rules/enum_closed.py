"""Only listed values are possible now.

In a request others are refused; in Python text becomes an enumeration.
"""

from generator.diff.finders.values import closed
from generator.diff.values import BREAKING, DOCS, Felt, Rule

RULE = Rule(
    id="enum-closed",
    sentence="only listed values are possible now",
    shapes="schema",
    find=closed,
    python=BREAKING,
    http=Felt(request=BREAKING, response=DOCS),
    mirror="enum-opened",
)
