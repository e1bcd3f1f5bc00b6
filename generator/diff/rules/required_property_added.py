"""There is a new field, always.

A request without it is refused; in an answer old recordings and fakes lack it.
"""

from generator.diff.finders.members import is_required
from generator.diff.finders.presence import added
from generator.diff.values import BREAKING, RISKY, Felt, Rule

RULE = Rule(
    id="required-property-added",
    sentence="there is a new field, always",
    shapes="property",
    find=added(is_required),
    python=Felt(request=BREAKING, response=RISKY),
    http=Felt(request=BREAKING, response=RISKY),
    mirror="required-property-removed",
)
