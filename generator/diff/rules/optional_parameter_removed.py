"""A parameter that could be given is gone.

A filter that is silently ignored gives more than was asked for.
"""

from generator.diff.finders.members import is_optional
from generator.diff.finders.presence import removed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="optional-parameter-removed",
    sentence="a parameter that could be given is gone",
    shapes="parameter",
    find=removed(is_optional),
    python=BREAKING,
    http=BREAKING,
    mirror="optional-parameter-added",
)
