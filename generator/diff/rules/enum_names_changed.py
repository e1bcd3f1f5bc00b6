"""Values have other names in code.

The members of the Python enumeration are called by these names.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import BREAKING, DOCS, Rule

RULE = Rule(
    id="enum-names-changed",
    sentence="values have other names in code",
    shapes="schema",
    find=changed("x-enum-varnames"),
    python=BREAKING,
    http=DOCS,
    mirror="enum-names-changed",
)
