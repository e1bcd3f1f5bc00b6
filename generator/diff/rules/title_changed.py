"""A schema has another title.

Titles are removed before rendering: classes are named by component.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="title-changed",
    sentence="a schema has another title",
    shapes="schema",
    find=changed("title"),
    python=DOCS,
    http=DOCS,
    mirror="title-changed",
)
