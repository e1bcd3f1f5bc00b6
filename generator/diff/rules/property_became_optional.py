"""A field may be missing now.

A reader that counts on it meets UNSET, or nothing.
"""

from generator.diff.finders.members import became_optional
from generator.diff.values import ADDITIVE, BREAKING, Felt, Rule

RULE = Rule(
    id="property-became-optional",
    sentence="a field may be missing now",
    shapes="property",
    find=became_optional,
    python=Felt(request=ADDITIVE, response=BREAKING),
    http=Felt(request=ADDITIVE, response=BREAKING),
    mirror="property-became-required",
)
