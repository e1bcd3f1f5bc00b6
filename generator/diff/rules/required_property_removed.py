"""A field that was always there is gone.

Readers fail where they touch it; senders send what is ignored or refused.
"""

from generator.diff.finders.members import is_required
from generator.diff.finders.presence import removed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="required-property-removed",
    sentence="a field that was always there is gone",
    shapes="property",
    find=removed(is_required),
    python=BREAKING,
    http=BREAKING,
    mirror="required-property-added",
)
