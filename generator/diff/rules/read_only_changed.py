"""Whether a field is only read has changed.

Sent along with what was read, it is refused or obeyed.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import RISKY, Rule

RULE = Rule(
    id="read-only-changed",
    sentence="whether a field is only read has changed",
    shapes="schema",
    find=changed("readOnly", default=False),
    python=RISKY,
    http=RISKY,
    mirror="read-only-changed",
)
