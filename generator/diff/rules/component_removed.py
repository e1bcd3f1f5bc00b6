"""A shared part is gone.

Where it was used is told there; by itself it was felt nowhere.
"""

from generator.diff.finders.presence import removed
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="component-removed",
    sentence="a shared part is gone",
    shapes="component",
    find=removed(),
    python=DOCS,
    http=DOCS,
    mirror="component-added",
)
