"""Fields that are not listed are refused.

A request with extra fields no longer passes.
"""

from generator.diff.finders.values import more_fields_refused
from generator.diff.values import BREAKING, DOCS, Felt, Rule

RULE = Rule(
    id="more-fields-refused",
    sentence="fields that are not listed are refused",
    shapes="schema",
    find=more_fields_refused,
    python=Felt(request=BREAKING, response=DOCS),
    http=Felt(request=BREAKING, response=DOCS),
    mirror="more-fields-allowed",
)
