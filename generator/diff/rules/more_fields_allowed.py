"""Fields that are not listed are possible.

Generated classes keep unknown fields in any case.
"""

from generator.diff.finders.values import more_fields_allowed
from generator.diff.values import ADDITIVE, Rule

RULE = Rule(
    id="more-fields-allowed",
    sentence="fields that are not listed are possible",
    shapes="schema",
    find=more_fields_allowed,
    python=ADDITIVE,
    http=ADDITIVE,
    mirror="more-fields-refused",
)
