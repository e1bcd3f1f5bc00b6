"""A field has another name.

One difference and not two: the same content under another key.
"""

from generator.diff.finders.presence import renamed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="property-renamed",
    sentence="a field has another name",
    shapes="property",
    find=renamed,
    python=BREAKING,
    http=BREAKING,
    mirror="property-renamed",
)
