"""Another page is pointed to.

A link for people.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="external-docs-changed",
    sentence="another page is pointed to",
    shapes="document tag operation schema",
    find=changed("externalDocs"),
    python=DOCS,
    http=DOCS,
    mirror="external-docs-changed",
)
