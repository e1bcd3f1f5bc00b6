"""What is said about a server has changed.

Descriptions and variables of an address that stays.
"""

from generator.diff.finders.access import server_described
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="server-described-otherwise",
    sentence="what is said about a server has changed",
    shapes="servers",
    find=server_described,
    python=DOCS,
    http=DOCS,
    mirror="server-described-otherwise",
)
