"""Kinds of value are told apart otherwise.

The wrong class is chosen for what comes.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="discriminator-changed",
    sentence="kinds of value are told apart otherwise",
    shapes="schema",
    find=changed("discriminator"),
    python=BREAKING,
    http=BREAKING,
    mirror="discriminator-changed",
)
