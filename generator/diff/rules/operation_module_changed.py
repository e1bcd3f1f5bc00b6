"""The operation belongs to another tag.

The first tag is the package that Python imports the operation from.
"""

from generator.diff.finders.calls import module_changed
from generator.diff.values import BREAKING, DOCS, Rule

RULE = Rule(
    id="operation-module-changed",
    sentence="the operation belongs to another tag",
    shapes="operation",
    find=module_changed,
    python=BREAKING,
    http=DOCS,
    mirror="operation-module-changed",
)
