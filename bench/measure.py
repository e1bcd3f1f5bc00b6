"""One command in a child process: its CPU seconds and peak memory, grandchildren included."""

import os
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).resolve().parent.parent


@frozen
class Cost:
    """What a command took: CPU seconds (user and system) and the largest resident process in MB."""

    cpu: float
    megabytes: float


def run(arguments: Sequence[str]) -> Cost:
    """Run ``python <arguments>`` from the repository's root; exit code 2 or a signal is an error, findings are none."""
    with subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as child:
        assert child.stderr is not None
        told = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise SystemExit(f"python {' '.join(arguments)}: exit {child.returncode}\n{told.decode(errors='replace')}")
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale)


def medians(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Cost]:
    """The median cost of each command over interleaved rounds, so that a busy moment hits all alike."""
    seen: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, arguments in commands.items():
            seen[name].append(run(arguments))
    return {
        name: Cost(statistics.median(c.cpu for c in costs), max(c.megabytes for c in costs))
        for name, costs in seen.items()
    }
