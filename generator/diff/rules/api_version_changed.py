"""The vendor counts another version.

What a new version means is told by the changes beside it.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="api-version-changed",
    sentence="the vendor counts another version",
    shapes="info",
    find=changed("version"),
    python=DOCS,
    http=DOCS,
    mirror="api-version-changed",
)
