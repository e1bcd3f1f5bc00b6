"""Content no longer comes in this media type.

In a request it is refused; in an answer it is waited for in vain.
"""

from generator.diff.finders.presence import removed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="media-type-removed",
    sentence="content no longer comes in this media type",
    shapes="media",
    find=removed(),
    python=BREAKING,
    http=BREAKING,
    mirror="media-type-added",
)
