"""A parameter has another name.

Sent under the old name it is refused, or worse, ignored.
"""

from generator.diff.finders.calls import renamed_elsewhere
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="parameter-renamed",
    sentence="a parameter has another name",
    shapes="parameter",
    find=renamed_elsewhere,
    python=BREAKING,
    http=BREAKING,
    mirror="parameter-renamed",
)
