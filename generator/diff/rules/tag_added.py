"""A tag is described.

Modules are made from the tags of operations, not from this list.
"""

from generator.diff.finders.presence import added
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="tag-added",
    sentence="a tag is described",
    shapes="tag",
    find=added(),
    python=DOCS,
    http=DOCS,
    mirror="tag-removed",
)
