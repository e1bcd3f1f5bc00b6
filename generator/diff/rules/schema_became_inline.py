"""What had a name of its own is described in place.

The Python class, if it is one, is called otherwise.
"""

from generator.diff.finders.references import unnamed
from generator.diff.values import DOCS, RISKY, Rule

RULE = Rule(
    id="schema-became-inline",
    sentence="what had a name of its own is described in place",
    shapes="naming",
    find=unnamed,
    python=RISKY,
    http=DOCS,
    mirror="schema-became-named",
)
