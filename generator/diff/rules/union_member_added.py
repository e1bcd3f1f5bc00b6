"""One more kind of value is possible.

In an answer it reaches code that has no case for it.
"""

from generator.diff.finders.presence import added
from generator.diff.values import ADDITIVE, RISKY, Felt, Rule

RULE = Rule(
    id="union-member-added",
    sentence="one more kind of value is possible",
    shapes="member",
    find=added(),
    python=Felt(request=ADDITIVE, response=RISKY),
    http=Felt(request=ADDITIVE, response=RISKY),
    mirror="union-member-removed",
)
