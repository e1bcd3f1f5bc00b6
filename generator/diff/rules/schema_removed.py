"""A named schema is gone.

Python can no longer import the class; the wire knows no names.
"""

from generator.diff.finders.presence import removed
from generator.diff.values import BREAKING, DOCS, Rule

RULE = Rule(
    id="schema-removed",
    sentence="a named schema is gone",
    shapes="named-schema",
    find=removed(),
    python=BREAKING,
    http=DOCS,
    mirror="schema-added",
)
