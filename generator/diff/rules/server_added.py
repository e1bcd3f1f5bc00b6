"""There is another server.

Nobody is sent there unasked.
"""

from generator.diff.finders.access import server_added
from generator.diff.values import ADDITIVE, Rule

RULE = Rule(
    id="server-added",
    sentence="there is another server",
    shapes="servers",
    find=server_added,
    python=ADDITIVE,
    http=ADDITIVE,
    mirror="server-removed",
)
