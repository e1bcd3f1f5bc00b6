"""A field is always there now.

A request without it is refused; a reader loses a case.
"""

from generator.diff.finders.members import became_required
from generator.diff.values import ADDITIVE, BREAKING, Felt, Rule

RULE = Rule(
    id="property-became-required",
    sentence="a field is always there now",
    shapes="property",
    find=became_required,
    python=Felt(request=BREAKING, response=ADDITIVE),
    http=Felt(request=BREAKING, response=ADDITIVE),
    mirror="property-became-optional",
)
