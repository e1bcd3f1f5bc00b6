"""What was described in place has a name of its own.

The Python class, if it is one, is called otherwise.
"""

from generator.diff.finders.references import named
from generator.diff.values import DOCS, RISKY, Rule

RULE = Rule(
    id="schema-became-named",
    sentence="what was described in place has a name of its own",
    shapes="naming",
    find=named,
    python=RISKY,
    http=DOCS,
    mirror="schema-became-inline",
)
