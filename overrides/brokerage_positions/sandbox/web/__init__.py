"""The page to watch, at ``/_sandbox/``: written on the server, with no asset from outside.

``frame`` is the page, ``now`` the part of it that changes, ``forms`` what its buttons do.
"""

from .forms import answer
from .frame import EVENTS
from .now import now

__all__ = ["EVENTS", "answer", "now"]
