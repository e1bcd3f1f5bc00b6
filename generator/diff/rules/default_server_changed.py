"""Another server comes first.

The first is what tools take by default: sandbox and production may have changed places.
"""

from generator.diff.finders.access import first_server_changed
from generator.diff.values import RISKY, Rule

RULE = Rule(
    id="default-server-changed",
    sentence="another server comes first",
    shapes="servers",
    find=first_server_changed,
    python=RISKY,
    http=RISKY,
    mirror="default-server-changed",
)
