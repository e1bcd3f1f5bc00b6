"""Tell this process from the one it was forked from."""

import os
from typing import Final

_forks: Final[list[None]] = []

if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=lambda: _forks.append(None))


def this_process() -> tuple[int, int]:
    """A value that differs from any value of a process this one was forked from."""
    return os.getpid(), len(_forks)
