"""What the sandbox itself answers, below ``/_sandbox/``, apart from the brokers' paths; nothing here is logged, and no
fault strikes it.

``endpoints`` is for programs, the package ``web`` for people who watch; ``guard`` keeps web pages of others out.
"""

from .endpoints import PREFIX, answer
from .serving import serve

__all__ = ["PREFIX", "answer", "serve"]
