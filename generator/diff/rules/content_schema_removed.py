"""Content is no longer described.

Python gets plain values where it had a class.
"""

from generator.diff.finders.presence import vanished
from generator.diff.values import BREAKING, RISKY, Rule

RULE = Rule(
    id="content-schema-removed",
    sentence="content is no longer described",
    shapes="media parameter header",
    find=vanished("schema"),
    python=BREAKING,
    http=RISKY,
    mirror="content-schema-added",
)
