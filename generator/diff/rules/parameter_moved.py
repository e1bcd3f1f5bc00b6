"""A parameter is sent in another place.

The Python function follows; a package already installed sends it where it is not looked for.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import BREAKING, RISKY, Rule

RULE = Rule(
    id="parameter-moved",
    sentence="a parameter is sent in another place",
    shapes="parameter",
    find=changed("in"),
    python=RISKY,
    http=BREAKING,
    mirror="parameter-moved",
)
