"""A tag is no longer described.

Modules are made from the tags of operations, not from this list.
"""

from generator.diff.finders.presence import removed
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="tag-removed",
    sentence="a tag is no longer described",
    shapes="tag",
    find=removed(),
    python=DOCS,
    http=DOCS,
    mirror="tag-added",
)
