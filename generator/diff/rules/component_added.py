"""There is a new shared part.

Where it is used is told there; by itself it is felt nowhere.
"""

from generator.diff.finders.presence import added
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="component-added",
    sentence="there is a new shared part",
    shapes="component",
    find=added(),
    python=DOCS,
    http=DOCS,
    mirror="component-removed",
)
