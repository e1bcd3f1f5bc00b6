"""The description reads otherwise.

People read it; a meaning that changed in words alone is for them to see.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="description-changed",
    sentence="the description reads otherwise",
    shapes="operation path info parameter header body response media schema tag scheme",
    find=changed("description"),
    python=DOCS,
    http=DOCS,
    mirror="description-changed",
)
