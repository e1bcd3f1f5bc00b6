"""``positions``, run in this process or as one of its own, and all that came out of it."""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve, frozen

from brokerage_positions.cli.running import run

#: Planted keys: Alpaca's two, and Clear Street's.
PLANTED: Final = ("canary-key-7f3a91", "canary-secret-e80c44d2", "canary-token-51b0ff")
_ENCODED: Final = base64.b64encode(f"{PLANTED[0]}:{PLANTED[1]}".encode()).decode()
#: Nothing that a test runs takes longer, in seconds.
PATIENCE: Final = 60.0
COMMAND: Final = (sys.executable, "-m", "brokerage_positions.cli")


@frozen
class Home:
    """A user's environment."""

    path: Path
    variables: Mapping[str, str]

    @classmethod
    def at(cls, path: Path, url: str, account: str) -> "Home":
        return cls(
            path,
            {
                "HOME": str(path),
                "PATH": os.environ["PATH"],
                "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
                "LANG": "C.UTF-8",
                "XDG_CONFIG_HOME": str(path / "config"),
                "XDG_STATE_HOME": str(path / "state"),
                "APCA_BROKER_KEY_ID": PLANTED[0],
                "APCA_BROKER_SECRET_KEY": PLANTED[1],
                "CLEAR_STREET_API_KEY": PLANTED[2],
                "POSITIONS_BROKER": "alpaca",
                "POSITIONS_ACCOUNT": account,
                "POSITIONS_BASE_URL": url,
            },
        )

    def with_variables(self, **variables: str) -> "Home":
        return evolve(self, variables={**self.variables, **variables})

    def without(self, *names: str) -> "Home":
        kept = {name: value for name, value in self.variables.items() if name not in names}
        return evolve(self, variables=kept)

    @property
    def journal(self) -> Path:
        return self.path / "state" / "brokerage-positions" / "closes-sandbox.db"

    @property
    def config(self) -> Path:
        found = self.path / "config" / "brokerage-positions" / "config.toml"
        found.parent.mkdir(parents=True, exist_ok=True)
        return found


@frozen
class Ran:
    """How it ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    def holds_no_key(self) -> None:
        for secret in (*PLANTED, _ENCODED):
            assert secret not in self.out, "a key was printed"
            assert secret not in self.err, "a key was printed on stderr"


def run_here(
    arguments: Sequence[str], home: Home, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Ran:
    """In this process, whose environment is the home's meanwhile."""
    with monkeypatch.context() as patched:
        for name in list(os.environ):
            if name.startswith(("POSITIONS_", "XDG_", "APCA_", "CLEAR_STREET_")):
                patched.delenv(name)
        for name, value in home.variables.items():
            patched.setenv(name, value)
        capfd.readouterr()
        code = run(list(arguments))
        written = capfd.readouterr()
    return Ran(int(code), written.out, written.err)


def run_process(arguments: Sequence[str], home: Home, **how: str) -> Ran:
    """As a process, whose output is piped."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        env=dict(home.variables),
        cwd=home.path,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        stdin=subprocess.DEVNULL,
        check=False,
        **how,  # type: ignore[call-overload]
    )
    return Ran(done.returncode, done.stdout, done.stderr)
