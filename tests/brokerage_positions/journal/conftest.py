"""A journal's path, and other processes that use it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import frozen

ROOT = Path(__file__).parents[3]


@frozen
class Actor:
    """A process of ``actor.py``."""

    process: "subprocess.Popen[str]"

    def tell(self, line: str) -> None:
        """Send a command without waiting for its answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def hear(self) -> str:
        """The next line it says; '' when it is gone."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def ask(self, line: str) -> str:
        """A command and its answer."""
        self.tell(line)
        return self.hear()

    def kill(self) -> list[str]:
        """End it with kill -9; what it had said by then."""
        self.process.send_signal(signal.SIGKILL)
        return self.process.communicate(timeout=30)[0].splitlines()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "closes.db"


@pytest.fixture
def actor(path: Path) -> Iterator[Callable[[], Actor]]:
    """Start another process that has the journal open."""
    actors: list[Actor] = []

    def start() -> Actor:
        process = subprocess.Popen(
            [sys.executable, "-m", f"{__package__}.actor", str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": "overrides"},
        )
        actors.append(Actor(process))
        return actors[-1]

    yield start
    for one in actors:
        if one.process.poll() is None:
            one.kill()
        one.process.communicate(timeout=30)
