"""There is a new named schema.

Python gets a new class; the wire knows no names.
"""

from generator.diff.finders.presence import added
from generator.diff.values import ADDITIVE, DOCS, Rule

RULE = Rule(
    id="schema-added",
    sentence="there is a new named schema",
    shapes="named-schema",
    find=added(),
    python=ADDITIVE,
    http=DOCS,
    mirror="schema-removed",
)
