"""A keyword of the schema says something else.

What is not understood cannot be called harmless: a person has to look.
"""

from generator.diff.finders.rest import constraint
from generator.diff.values import RISKY, Rule

RULE = Rule(
    id="constraint-changed",
    sentence="a keyword of the schema says something else",
    shapes="schema",
    find=constraint,
    python=RISKY,
    http=RISKY,
    mirror="constraint-changed",
)
