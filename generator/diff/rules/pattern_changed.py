"""Text has to look otherwise.

Whether a pattern is stricter than another cannot be told in general.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import RISKY, Rule

RULE = Rule(
    id="pattern-changed",
    sentence="text has to look otherwise",
    shapes="schema",
    find=changed("pattern"),
    python=RISKY,
    http=RISKY,
    mirror="pattern-changed",
)
