"""Values of fewer types are possible.

In a request a refusal; in an answer the Python type changes, though each value was possible before.
"""

from generator.diff.finders.values import type_narrowed
from generator.diff.values import BREAKING, DOCS, RISKY, Felt, Rule

RULE = Rule(
    id="type-narrowed",
    sentence="values of fewer types are possible",
    shapes="schema",
    find=type_narrowed,
    python=Felt(request=BREAKING, response=RISKY),
    http=Felt(request=BREAKING, response=DOCS),
    mirror="type-widened",
)
