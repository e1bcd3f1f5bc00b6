"""A server has another address.

Recognised by its description: the same place under another address.
"""

from generator.diff.finders.access import server_moved
from generator.diff.values import BREAKING, Rule

RULE = Rule(
    id="server-moved",
    sentence="a server has another address",
    shapes="servers",
    find=server_moved,
    python=BREAKING,
    http=BREAKING,
    mirror="server-moved",
)
