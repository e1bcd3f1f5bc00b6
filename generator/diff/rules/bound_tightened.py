"""The limits are narrower.

In a request what was fine is refused; an answer stays within what was said.
"""

from generator.diff.finders.values import bound_tightened
from generator.diff.values import BREAKING, DOCS, Felt, Rule

RULE = Rule(
    id="bound-tightened",
    sentence="the limits are narrower",
    shapes="schema",
    find=bound_tightened,
    python=Felt(request=BREAKING, response=DOCS),
    http=Felt(request=BREAKING, response=DOCS),
    mirror="bound-loosened",
)
