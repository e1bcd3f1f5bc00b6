"""The schema is composed of one more part.

A request has to fulfil the new part too; an answer has its fields.
"""

from generator.diff.finders.presence import added
from generator.diff.values import BREAKING, RISKY, Felt, Rule

RULE = Rule(
    id="part-added",
    sentence="the schema is composed of one more part",
    shapes="part",
    find=added(),
    python=Felt(request=BREAKING, response=RISKY),
    http=Felt(request=BREAKING, response=RISKY),
    mirror="part-removed",
)
