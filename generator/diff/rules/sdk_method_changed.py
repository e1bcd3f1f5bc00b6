"""The vendor's own SDK names or types the operation otherwise.

The hand-written package has the SDK's names, and people move over by them.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import DOCS, RISKY, Rule

RULE = Rule(
    id="sdk-method-changed",
    sentence="the vendor's own SDK names or types the operation otherwise",
    shapes="operation",
    find=changed("x-sdk"),
    python=RISKY,
    http=DOCS,
    mirror="sdk-method-changed",
)
