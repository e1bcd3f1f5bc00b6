"""Whether a field is only written has changed.

Readers that look for it find nothing, or something new.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import RISKY, Rule

RULE = Rule(
    id="write-only-changed",
    sentence="whether a field is only written has changed",
    shapes="schema",
    find=changed("writeOnly", default=False),
    python=RISKY,
    http=RISKY,
    mirror="write-only-changed",
)
