"""The API has another title.

The name of the package comes from `sources.toml`, so a title is for people.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="api-title-changed",
    sentence="the API has another title",
    shapes="info",
    find=changed("title"),
    python=DOCS,
    http=DOCS,
    mirror="api-title-changed",
)
