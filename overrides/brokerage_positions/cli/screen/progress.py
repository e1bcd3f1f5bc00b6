"""A sign of life on stderr for whatever takes longer than a second; nothing where stderr is no terminal."""

import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Final

_PATIENCE: Final = 1.0


@contextmanager
def progress(what: str) -> Generator[Callable[[str], None]]:
    """While inside and after a second, a spinner with ``what``; the function given changes the words."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.text import Text

    status = Console(stderr=True).status(Text(what))
    timer = threading.Timer(_PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda text: status.update(Text(text))
    finally:
        timer.cancel()
        timer.join()  # else it may start after it was stopped, and never end
        status.stop()
