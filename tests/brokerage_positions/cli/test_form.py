"""The form of the whole: documents that keep to the schema, help, completion, pipes, start-up, keys that never show."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from brokerage_positions.cli.app import COMMANDS
from brokerage_positions.cli.exits import MEANINGS

from ..broker import ALPACA_ACCOUNT, POUND_ACCOUNT, FaultyBroker, faults
from .running import COMMAND, PATIENCE, PLANTED, Home, Ran

Run = Callable[..., Ran]


@pytest.fixture
def validator(positions: Run) -> Draft202012Validator:
    schema = positions("schema").json
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def kind_of(document: Any) -> str:
    kind: str = document["kind"]
    return kind


def test_every_document_keeps_to_the_schema(
    positions: Run, broker: FaultyBroker, validator: Draft202012Validator
) -> None:
    broker.plan(faults.answer(403, acts=False), method="DELETE", path="TSLA")
    broker.plan(faults.act_then_drop(), method="DELETE", path="AAPL$")
    documents = [
        positions(*arguments, "--json").json
        for arguments in (
            ("list",),
            ("show", "AAPL"),
            ("holdings", "-a", ALPACA_ACCOUNT, "-a", POUND_ACCOUNT, "-a", POUND_ACCOUNT.replace("0", "1")),
            ("plan", "--one-request", "--cancel-orders"),
            ("close-all",),
            ("close", "AAPL"),
            ("resolve",),
            ("resolve", "--all", "--no-wait", "--exclusive"),
            ("journal",),
            ("doctor",),
            ("show", "MSFT"),
            ("close",),
        )
    ]
    for document in documents:
        validator.validate(document)
    kinds = {kind_of(document) for document in documents}
    assert kinds == {
        "positions", "position", "plan", "closed", "journal", "resolutions", "doctor", "error",
    }  # fmt: skip


def test_a_document_that_is_none_is_refused_by_the_schema(validator: Draft202012Validator) -> None:
    assert not validator.is_valid({"version": 1, "kind": "positions"})
    assert not validator.is_valid({"version": 2, "kind": "doctor", "checks": []})


def test_help_has_every_command_and_every_exit_code(positions: Run) -> None:
    ran = positions("--help")
    assert ran.code == 0
    for command in COMMANDS:
        assert f"  {command} " in ran.out
        assert positions(command, "--help").code == 0
    for code, meaning in MEANINGS.items():
        assert f"{code}  {meaning}" in ran.out


@pytest.mark.parametrize("arguments", [("nonsense",), ("list", "--nonsense"), ("--nonsense",), ("show",), ()])
def test_wrong_usage_is_two_and_on_stderr(positions: Run, arguments: tuple[str, ...]) -> None:
    ran = positions(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err


def test_no_command_takes_a_key() -> None:
    from importlib import import_module

    for place, _ in COMMANDS.values():
        module, _, name = place.partition(":")
        for parameter in getattr(import_module(module), name).params:
            words = {word for option in parameter.opts for word in option.strip("-").split("-")}
            assert not words & {"secret", "password", "token"}, parameter.opts


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(process: Run, shell: str) -> None:
    ran = process("completion", shell)
    assert ran.code == 0
    assert "_POSITIONS_COMPLETE" in ran.out


def test_completion_completes(home: Home) -> None:
    variables = {"_POSITIONS_COMPLETE": "bash_complete", "COMP_WORDS": "positions clo", "COMP_CWORD": "1"}
    done = subprocess.run(
        COMMAND, env={**home.variables, **variables}, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert [line.partition(",")[2] for line in done.stdout.split()] == ["close", "close-all"]


def test_a_reader_that_goes_away_is_no_error_and_the_close_keeps_its_code(home: Home, broker: FaultyBroker) -> None:
    broker.plan(faults.act_then_drop(), method="DELETE")
    for arguments, code in ((("list",), 1), (("list", "--csv"), 1), (("close", "AAPL"), 4)):
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(
            [*COMMAND, *arguments],
            env=dict(home.variables),
            stdout=writer,
            stderr=subprocess.PIPE,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        os.close(writer)
        assert (done.returncode, done.stderr) == (code, "")


def test_ascii_output_does_not_cost_the_report(home: Home, process: Run) -> None:
    done = subprocess.run(
        [*COMMAND, "list"],
        env={**home.variables, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0
    assert "17,208.00" in done.stdout


def test_help_loads_no_client(home: Home) -> None:
    """What makes a start slow is not loaded until it is needed."""
    program = (
        "import sys; from brokerage_positions.cli.running import run; run(['close', '--help']); run(['--version']);"
        "print([name for name in sys.modules if name.split('.')[0] in"
        " ('httpx', 'rich', 'sqlite3', 'alpaca_broker_client', 'clear_street_client', 'pyarrow')], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=dict(home.variables),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("fault", [faults.answer(403), faults.html(), faults.half_json(), faults.empty(200)])
def test_no_traceback_unless_asked_for_and_no_key_in_it(
    process: Run, broker: FaultyBroker, fault: faults.Fault
) -> None:
    broker.plan(fault)
    quiet = process("list")
    assert quiet.code == 1
    assert "Traceback" not in quiet.err
    loud = process("list", "--debug")
    assert "Traceback" in loud.err


def test_a_broker_that_sends_the_key_back_does_not_get_it_shown(process: Run, broker: FaultyBroker) -> None:
    echo = json.dumps({"code": 1, "message": " ".join(PLANTED[:2])})
    broker.plan(faults.answer(403, body=echo))
    for arguments in (("list",), ("close-all",), ("doctor",), ("list", "--debug", "--json")):
        ran = process(*arguments)
        assert ran.code in (1, 5)
        assert PLANTED[1] not in f"{ran.out}{ran.err}"
