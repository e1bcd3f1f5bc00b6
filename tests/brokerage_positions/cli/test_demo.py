"""``positions demo`` and ``positions sandbox``, as real commands."""

import re
import subprocess
import sys
import urllib.request

from brokerage_positions.cli.exits import Exit

POSITIONS = [sys.executable, "-m", "brokerage_positions.cli"]


def test_the_demo_shows_all_of_it() -> None:
    done = subprocess.run([*POSITIONS, "demo"], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    for told in (
        "alpaca · account",
        "clear_street · account",
        "buy 12.5 TSLA",
        "The order may have been placed",
        "KO: placed",
        "AAPL was refused with 403",
        "BTC/USD: order",
    ):
        assert told in done.stdout
    assert "secret" not in done.stdout


def test_the_sandbox_runs_until_it_is_stopped() -> None:
    command = [*POSITIONS, "sandbox", "--port", "0", "--seed", "7"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        address = running.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", address)
        assert "seed 7" in running.stdout.readline()
        with urllib.request.urlopen(f"{address}/_sandbox/accounts", timeout=10) as answer:
            assert b'"alpaca"' in answer.read()
        running.terminate()
        assert running.wait(timeout=10) == 0


def test_a_scenario_that_is_none_is_told() -> None:
    done = subprocess.run(
        [*POSITIONS, "sandbox", "--scenario", "nowhere.toml"], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == Exit.USAGE
    assert "nowhere.toml" in done.stderr
    assert "Traceback" not in done.stderr
