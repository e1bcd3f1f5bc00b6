"""Content that could be anything is described.

Python gets a class where it had plain values; the wire may be as it was.
"""

from generator.diff.finders.presence import appeared
from generator.diff.values import RISKY, Rule

RULE = Rule(
    id="content-schema-added",
    sentence="content that could be anything is described",
    shapes="media parameter header",
    find=appeared("schema"),
    python=RISKY,
    http=RISKY,
    mirror="content-schema-removed",
)
