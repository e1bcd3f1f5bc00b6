"""A header is written in another way.

Lists and objects in it are to be split otherwise.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import BREAKING, RISKY, Rule

RULE = Rule(
    id="header-style-changed",
    sentence="a header is written in another way",
    shapes="header",
    find=changed("style", "explode"),
    python=RISKY,
    http=BREAKING,
    mirror="header-style-changed",
)
