"""The same answer comes under another status.

The Python function returns the same; who compares the status by hand sees failure.
"""

from generator.diff.finders.presence import renamed
from generator.diff.values import BREAKING, RISKY, Rule

RULE = Rule(
    id="response-status-changed",
    sentence="the same answer comes under another status",
    shapes="response",
    find=renamed,
    python=RISKY,
    http=BREAKING,
    mirror="response-status-changed",
)
