"""The vendor advises against it.

It works today; this is the notice that it will not.
"""

from generator.diff.finders.flags import raised
from generator.diff.values import RISKY, Rule

RULE = Rule(
    id="deprecated",
    sentence="the vendor advises against it",
    shapes="operation parameter header schema",
    find=raised("deprecated"),
    python=RISKY,
    http=RISKY,
    mirror="no-longer-deprecated",
)
