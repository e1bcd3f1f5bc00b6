"""The operation has another path.

The Python function keeps its name and follows; a package already installed does not.
"""

from generator.diff.finders.calls import path_changed
from generator.diff.values import BREAKING, RISKY, Rule

RULE = Rule(
    id="operation-path-changed",
    sentence="the operation has another path",
    shapes="operation",
    find=path_changed,
    python=RISKY,
    http=BREAKING,
    mirror="operation-path-changed",
)
