"""Numbers have other decimal places.

A request with more places than allowed is refused or rounded.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import DOCS, RISKY, Felt, Rule

RULE = Rule(
    id="decimal-places-changed",
    sentence="numbers have other decimal places",
    shapes="schema",
    find=changed("x-decimal-places"),
    python=Felt(request=RISKY, response=DOCS),
    http=Felt(request=RISKY, response=DOCS),
    mirror="decimal-places-changed",
)
