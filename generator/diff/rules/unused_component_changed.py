"""A shared part that no operation uses says something else.

Nobody sends or receives it.
"""

from generator.diff.finders.references import unused
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="unused-component-changed",
    sentence="a shared part that no operation uses says something else",
    shapes="unused",
    find=unused,
    python=DOCS,
    http=DOCS,
    mirror="unused-component-changed",
)
