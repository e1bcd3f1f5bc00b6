"""Values are no longer limited to a list.

In Python an enumeration becomes text; in an answer any value may come.
"""

from generator.diff.finders.values import opened
from generator.diff.values import ADDITIVE, BREAKING, RISKY, Felt, Rule

RULE = Rule(
    id="enum-opened",
    sentence="values are no longer limited to a list",
    shapes="schema",
    find=opened,
    python=BREAKING,
    http=Felt(request=ADDITIVE, response=RISKY),
    mirror="enum-closed",
)
