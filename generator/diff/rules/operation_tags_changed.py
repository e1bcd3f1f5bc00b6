"""The operation has other tags beside the first.

Only the first tag names a module.
"""

from generator.diff.finders.calls import other_tags_changed
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="operation-tags-changed",
    sentence="the operation has other tags beside the first",
    shapes="operation",
    find=other_tags_changed,
    python=DOCS,
    http=DOCS,
    mirror="operation-tags-changed",
)
