"""Content comes in another media type too.

In a request a choice; in an answer a thing that readers do not expect.
"""

from generator.diff.finders.presence import added
from generator.diff.values import ADDITIVE, RISKY, Felt, Rule

RULE = Rule(
    id="media-type-added",
    sentence="content comes in another media type too",
    shapes="media",
    find=added(),
    python=Felt(request=ADDITIVE, response=RISKY),
    http=Felt(request=ADDITIVE, response=RISKY),
    mirror="media-type-removed",
)
