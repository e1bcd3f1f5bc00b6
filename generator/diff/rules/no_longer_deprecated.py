"""The vendor no longer advises against it.

Good news for whoever stayed.
"""

from generator.diff.finders.flags import lifted
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="no-longer-deprecated",
    sentence="the vendor no longer advises against it",
    shapes="operation parameter header schema",
    find=lifted("deprecated"),
    python=DOCS,
    http=DOCS,
    mirror="deprecated",
)
