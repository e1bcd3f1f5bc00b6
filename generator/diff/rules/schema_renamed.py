"""A schema goes by another name.

Python imports the class by its name; the wire knows no names.
"""

from generator.diff.finders.presence import renamed
from generator.diff.values import BREAKING, DOCS, Rule

RULE = Rule(
    id="schema-renamed",
    sentence="a schema goes by another name",
    shapes="named-schema",
    find=renamed,
    python=BREAKING,
    http=DOCS,
    mirror="schema-renamed",
)
