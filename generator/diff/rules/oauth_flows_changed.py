"""Tokens are got in another way.

Addresses, scopes or kinds of flow are not what a client is set up for.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="oauth-flows-changed",
    sentence="tokens are got in another way",
    shapes="scheme",
    find=changed("flows"),
    python=BREAKING,
    http=BREAKING,
    mirror="oauth-flows-changed",
)
