"""A field that could be there is gone.

The Python attribute is gone; what was sent in it goes unheard.
"""

from generator.diff.finders.members import is_optional
from generator.diff.finders.presence import removed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="optional-property-removed",
    sentence="a field that could be there is gone",
    shapes="property",
    find=removed(is_optional),
    python=BREAKING,
    http=BREAKING,
    mirror="optional-property-added",
)
