"""A parameter is written in another way.

One list, written with commas or repeated: the wrong one is read as one strange value.
"""

from generator.diff.finders.calls import style_changed
from generator.diff.values import BREAKING, RISKY, Rule

RULE = Rule(
    id="parameter-style-changed",
    sentence="a parameter is written in another way",
    shapes="parameter",
    find=style_changed,
    python=RISKY,
    http=BREAKING,
    mirror="parameter-style-changed",
)
