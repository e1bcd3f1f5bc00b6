"""A server is no longer named.

Whoever is configured for it has to expect that it goes away.
"""

from generator.diff.finders.access import server_removed
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="server-removed",
    sentence="a server is no longer named",
    shapes="servers",
    find=server_removed,
    python=BREAKING,
    http=BREAKING,
    mirror="server-added",
)
