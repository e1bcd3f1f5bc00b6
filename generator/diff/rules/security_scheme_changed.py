"""Credentials are sent in another way.

The old way is refused, however good the credentials are.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="security-scheme-changed",
    sentence="credentials are sent in another way",
    shapes="scheme",
    find=changed("type", "scheme", "in", "name", "openIdConnectUrl"),
    python=BREAKING,
    http=BREAKING,
    mirror="security-scheme-changed",
)
