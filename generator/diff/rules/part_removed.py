"""The schema is composed of one part less.

The fields that came with the part are gone.
"""

from generator.diff.finders.presence import removed
from generator.diff.values import BREAKING, RISKY, Felt, Rule

RULE = Rule(
    id="part-removed",
    sentence="the schema is composed of one part less",
    shapes="part",
    find=removed(),
    python=BREAKING,
    http=Felt(request=RISKY, response=BREAKING),
    mirror="part-added",
)
