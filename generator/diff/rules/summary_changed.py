"""The summary reads otherwise.

People read it; no code does.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="summary-changed",
    sentence="the summary reads otherwise",
    shapes="operation path info parameter header body response media schema",
    find=changed("summary"),
    python=DOCS,
    http=DOCS,
    mirror="summary-changed",
)
