"""The plugin for pytest, as a user's project has it: a pytest of its own runs tests of its own."""

import os
import subprocess
import sys
from pathlib import Path

TESTS = """
import asyncio
import pytest
from brokerage_positions import ClosePositionRequest, OutcomeUnknown
from brokerage_positions.sandbox import faults

ACCOUNT = "c8f1ef5d-edc0-4f23-9ee4-378f19cb92a4"


@pytest.mark.parametrize("time", [1, 2])
def test_each_begins_anew(broker_sandbox, broker_sandbox_alpaca, time):
    assert broker_sandbox.log == ()
    broker_sandbox.plan(faults.act_then_drop(), method="DELETE")
    with pytest.raises(OutcomeUnknown) as caught:
        broker_sandbox_alpaca.close_position_for_account(ACCOUNT, "TSLA", ClosePositionRequest(qty="5"))
    assert broker_sandbox.log[-1].placed
    caught.value.resolve(exclusive=True)


def test_the_other_broker(broker_sandbox_clear_street):
    found = broker_sandbox_clear_street.v1.positions.get_positions(19816)
    assert [each.symbol for each in found] == ["AAPL", "AAPL260918C00200000", "TSLA"]


def test_on_asyncio(broker_sandbox_alpaca_async, broker_sandbox_clear_street_async):
    async def ask():
        async with broker_sandbox_alpaca_async as alpaca, broker_sandbox_clear_street_async as clear_street:
            found = await alpaca.get_all_positions_for_account(ACCOUNT)
            return len(found), [each.symbol async for each in clear_street.v1.positions.get_positions(19817)]

    assert asyncio.run(ask()) == (5, ["KO"])
"""


def run_pytest(folder: Path, tests: str, *options: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_theirs.py").write_text(tests)
    paths = os.pathsep.join(filter(None, sys.path))
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "brokerage_positions.pytest", "-p", "no:cacheprovider", "-q", *options],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_user_tests_code_of_their_own(tmp_path: Path) -> None:
    done = run_pytest(tmp_path, TESTS)
    assert "4 passed" in done.stdout, done.stdout + done.stderr


def test_a_failing_run_says_how_to_repeat_it(tmp_path: Path) -> None:
    failing = "def test_it(broker_sandbox):\n    assert broker_sandbox.seed == 1\n"
    done = run_pytest(tmp_path, failing, "--broker-sandbox-seed=41")
    assert "run again with --broker-sandbox-seed=41" in done.stdout
    assert "1 passed" in run_pytest(tmp_path, failing, "--broker-sandbox-seed=1").stdout


def test_a_scenario_of_the_project_is_what_it_begins_with(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('assets = []\n[[accounts]]\nbroker = "clear_street"\nid = 5\n')
    (tmp_path / "pytest.ini").write_text("[pytest]\nbroker_sandbox_scenario = mine.toml\n")
    test = "def test_it(broker_sandbox):\n    assert list(broker_sandbox.state.accounts) == ['5']\n"
    done = run_pytest(tmp_path, test)
    assert "1 passed" in done.stdout, done.stdout


def test_it_costs_nothing_until_it_is_used(tmp_path: Path) -> None:
    unused = "{'brokerage_positions.sandbox', 'httpx', 'yaml', 'jsonschema_rs'}"
    test = f"import sys\ndef test_it():\n    assert not {unused} & sys.modules.keys()\n"
    assert "1 passed" in run_pytest(tmp_path, test).stdout
