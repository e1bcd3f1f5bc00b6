"""There is another kind of success.

The Python return type becomes a union, and code that knows one success meets two.
"""

from generator.diff.finders.members import is_success
from generator.diff.finders.presence import added
from generator.diff.values import RISKY, Rule

RULE = Rule(
    id="success-response-added",
    sentence="there is another kind of success",
    shapes="response",
    find=added(is_success),
    python=RISKY,
    http=RISKY,
    mirror="success-response-removed",
)
