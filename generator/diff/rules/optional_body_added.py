"""A body may be sent.

Calls without one mean what they meant.
"""

from generator.diff.finders.members import is_optional
from generator.diff.finders.presence import added
from generator.diff.values import ADDITIVE, Rule

RULE = Rule(
    id="optional-body-added",
    sentence="a body may be sent",
    shapes="body",
    find=added(is_optional),
    python=ADDITIVE,
    http=ADDITIVE,
    mirror="optional-body-removed",
)
