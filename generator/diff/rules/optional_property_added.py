"""There is a new field, sometimes.

Senders may leave it out, readers may ignore it.
"""

from generator.diff.finders.members import is_optional
from generator.diff.finders.presence import added
from generator.diff.values import ADDITIVE, Rule

RULE = Rule(
    id="optional-property-added",
    sentence="there is a new field, sometimes",
    shapes="property",
    find=added(is_optional),
    python=ADDITIVE,
    http=ADDITIVE,
    mirror="optional-property-removed",
)
