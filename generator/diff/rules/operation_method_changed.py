"""The operation has another method.

The Python function keeps its name and follows; a package already installed does not.
"""

from generator.diff.finders.calls import method_changed
from generator.diff.values import BREAKING, RISKY, Rule

RULE = Rule(
    id="operation-method-changed",
    sentence="the operation has another method",
    shapes="operation",
    find=method_changed,
    python=RISKY,
    http=BREAKING,
    mirror="operation-method-changed",
)
