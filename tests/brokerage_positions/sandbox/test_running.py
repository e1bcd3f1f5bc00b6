"""The sandbox as a program, and what it takes to have it."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

COMMAND = [sys.executable, "-m", "brokerage_positions.sandbox"]


def environment(*first: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([*map(str, first), *filter(None, sys.path)])}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_says_where_it_is_and_its_seed_and_ends_when_told(number: signal.Signals, tmp_path: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "--port", "0", "--web", "--seconds", "60"],
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
        text=True,
    ) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        said = process.stdout.readline() + process.stdout.readline()
        seed = httpx.get(f"{url}/_sandbox/faults").json()["seed"]
        assert f"seed {seed};" in said
        assert httpx.get(f"{url}/_sandbox/").status_code == 200
        process.send_signal(number)
        assert process.wait(timeout=10) == 0


@pytest.mark.parametrize(("option", "value"), [("--scenario", "nowhere"), ("--port", "taken")])
def test_what_keeps_it_from_running_is_said_in_a_line(option: str, value: str, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        given = str(taken.getsockname()[1]) if value == "taken" else value
        done = subprocess.run(
            [*COMMAND, "--port", "0", option, given, "--seconds", "60"],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith("the sandbox cannot run: ")
    assert len(done.stderr.splitlines()) == 1
    assert given in done.stderr


@pytest.mark.parametrize("missing", ["yaml", "jsonschema_rs"])
def test_without_the_extra_it_says_what_to_install(missing: str, tmp_path: Path) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; import brokerage_positions.sandbox as s; s.Sandbox('demo')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert f"{missing} is not installed: install brokerage-positions[sandbox]" in done.stderr


def test_the_package_does_not_bring_it_along(tmp_path: Path) -> None:
    code = (
        "import sys, brokerage_positions as b; b.BrokerClient, b.ClearStreet, b.holdings\n"
        "assert not [name for name in sys.modules if name.startswith(('brokerage_positions.sandbox', 'jsonschema_rs'))]"
    )
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment(), timeout=60, check=True)
