"""The sandbox as a program that runs until it is told to stop."""

import secrets
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Final

from .sandbox import Sandbox

#: Seeds that are drawn are below this, so that they can be read out and typed.
SEEDS: Final = 1_000_000
#: Requests that a program remembers; the oldest are forgotten first.
MOST_ENTRIES: Final = 10_000


def run(
    port: int = 8400,
    scenario: str | Path = "demo",
    seed: int | None = None,
    web: bool = False,
    *,
    say: Callable[[str], None] = print,
) -> None:
    """A sandbox on a port of loopback, until SIGINT or SIGTERM.  Without a seed one is drawn, and said.

    ``ScenarioError`` if the scenario cannot be read, ``OSError`` if the port is taken.
    """
    drawn = secrets.randbelow(SEEDS) if seed is None else seed
    sandbox = Sandbox(scenario, port=port, seed=drawn, web=web, most_entries=MOST_ENTRIES)
    serve(sandbox, say=say)


def serve(sandbox: Sandbox, *, seconds: float | None = None, say: Callable[[str], None] = print) -> None:
    """Open a sandbox, say where it is, and keep it until SIGINT, SIGTERM or the end of ``seconds``.

    Only in a program's main thread: nobody else hears its signals.
    """
    over = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        over.set()

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    end = None if seconds is None else time.monotonic() + seconds
    try:
        with sandbox:
            say(sandbox.url)
            say(f"seed {sandbox.seed}; keys and accounts: {sandbox.url}/_sandbox/accounts")
            if sandbox.web:
                say(f"watch it: {sandbox.url}/_sandbox/")
            while not over.wait(0.1) and (end is None or time.monotonic() < end):
                sandbox.catch_up()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
