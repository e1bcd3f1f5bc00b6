"""The document follows another version of OpenAPI.

Tools read the document; callers do not.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="openapi-version-changed",
    sentence="the document follows another version of OpenAPI",
    shapes="document",
    find=changed("openapi"),
    python=DOCS,
    http=DOCS,
    mirror="openapi-version-changed",
)
