"""The broker as a process: ``python -m tests.brokerage_positions.broker --port 0 --state FILE``.

Prints its address, one line, when it listens; ends at SIGTERM, at SIGINT or after ``--seconds``.  ``FILE`` is read if
it exists and written after every change, so that it survives a kill; the log grows beside it, in ``FILE.log``.
Orders that fell due since the last request are open in the file: whoever reads it may ``settle_all``.
"""

import argparse
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from . import files
from .clock import Clock
from .faulty import FaultyBroker
from .log import Entry
from .samples import sample_state
from .state import State


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.brokerage_positions.broker", description=__doc__)
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--state", type=Path, help="a file that holds the state")
    options.add_argument("--plan", type=Path, help="a file that lists the rules of faults")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--seconds", type=float, default=600.0, help="live no longer than this")
    given = options.parse_args()
    path: Path | None = given.state
    start = files.read_state(path) if path is not None and path.exists() else sample_state()
    over = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        over.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)

    log = None if path is None else path.with_name(f"{path.name}.log")
    past = () if log is None else files.read_log(log)
    watch = None
    if path is not None and log is not None:
        files.write_state(start, path)
        files.write_log(past, log)
        watch = keeper(start, path, log)
    with FaultyBroker(start, clock=Clock(), seed=given.seed, port=given.port, watch=watch, past=past) as broker:
        for rule in files.read_plan(given.plan) if given.plan is not None else ():
            broker.plan_rule(rule)
        print(broker.url, flush=True)
        end = time.monotonic() + given.seconds
        while not over.wait(0.1) and time.monotonic() < end:
            broker.catch_up()


def keeper(start: State, path: Path, log: Path) -> Callable[[State, Entry], None]:
    """Writes every change; the state before the log, so that the log never tells of what is not in the state."""
    kept = start

    def keep(state: State, entry: Entry) -> None:
        nonlocal kept
        if state is not kept:
            files.write_state(state, path)
            kept = state
        files.append_entry(entry, log)

    return keep


if __name__ == "__main__":
    main()
