"""A clock that tests move."""

import time
from typing import Final

from .state import SECOND

#: Where a stopped clock starts: 2026-03-02T15:04:05.123456789Z, so that nine digits of a second are always there.
START: Final = 1_772_463_845_123_456_789


class Clock:
    """Nanoseconds since 1970.  Runs with the wall clock, or (``running=False``) stands still until it is advanced."""

    def __init__(self, *, running: bool = True) -> None:
        self._running = running
        self._ahead = 0

    def now(self) -> int:
        return (time.time_ns() if self._running else START) + self._ahead

    def reset(self) -> None:
        """Back to where it started."""
        self._ahead = 0

    def advance(self, seconds: float) -> None:
        """Move ahead; a negative number is a ``ValueError``, for what has happened cannot be undone."""
        if seconds < 0:
            raise ValueError(f"a clock cannot go back: {seconds}")
        self._ahead += round(seconds * SECOND)
