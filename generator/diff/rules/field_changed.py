"""A field that has no rule of its own says something else.

What is not understood cannot be called harmless: a person has to look.
"""

from generator.diff.finders.rest import other_field
from generator.diff.values import RISKY, Rule

RULE = Rule(
    id="field-changed",
    sentence="a field that has no rule of its own says something else",
    shapes="document info path tag operation parameter header body response media scheme components",
    find=other_field,
    python=RISKY,
    http=RISKY,
    mirror="field-changed",
)
