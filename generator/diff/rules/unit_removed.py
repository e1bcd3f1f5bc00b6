"""The unit is no longer told.

A number of money or shares whose measure has to be guessed.
"""

from generator.diff.finders.presence import vanished
from generator.diff.values import RISKY, Rule

RULE = Rule(
    id="unit-removed",
    sentence="the unit is no longer told",
    shapes="schema",
    find=vanished("x-unit"),
    python=RISKY,
    http=RISKY,
    mirror="unit-added",
)
