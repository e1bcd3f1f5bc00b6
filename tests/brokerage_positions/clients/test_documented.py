"""Every documented example, whole or spoilt, is decoded by a client or fails with an error of ours."""

import json
from collections.abc import Callable, Iterator
from typing import Any, Final
from uuid import uuid4

import httpx
import pytest
from attrs import evolve

from brokerage_positions import (
    AnswerUnreadable,
    CloseAccepted,
    CloseReport,
    OutcomeUnknown,
    PositionsError,
    Retry,
    StatusError,
)

from .calling import NAMES, QUICK, STYLES, Caller, Name, Style, open_caller
from .documented import Example, examples, spoilt

ALL: Final = tuple(examples())
ONCE: Final = evolve(QUICK, retry=Retry(attempts=1), read_before=False)


class Answering:
    """A client whose every request has the answer that is set."""

    def __init__(self, name: Name, style: Style) -> None:
        self.status, self.content = 200, b""
        transport = httpx.MockTransport(lambda _: httpx.Response(self.status, content=self.content))
        # An account of its own: the journal in memory is that of the whole process.
        account = str(uuid4()) if name == "alpaca" else str(700 + STYLES.index(style))
        self.caller: Caller = open_caller(name, style, transport=transport, account=account, options=ONCE)

    def ask(self, example: Example, value: Any) -> Any:
        self.status, self.content = example.status, json.dumps(value).encode()
        caller = self.caller
        # What an earlier example left open is no matter of this one.
        options = evolve(ONCE, override=tuple(record.id for record in caller.client.unresolved()))
        match example.operation:
            case "get all" if caller.name == "alpaca":
                return caller.positions(options)
            case "get all":  # Its example is a page of several.
                return caller.run(caller.client.v1.positions.get_positions(caller.account, options=options).first())
            case "get one":
                return caller.run(caller.client.get_open_position_for_account(caller.account, "AAPL", options=options))
            case "delete all":
                return caller.close_all(options=options)
            case _:
                return caller.close(options=options)


@pytest.fixture(scope="module")
def answering() -> Iterator[Callable[[Name, Style], Answering]]:
    made = {(name, style): Answering(name, style) for name in NAMES for style in STYLES}
    yield lambda name, style: made[name, style]
    for each in made.values():
        each.caller.end()


def test_there_is_an_example_of_every_operation() -> None:
    assert {(each.broker, each.operation) for each in ALL if each.status < 300} == {
        ("alpaca", "get all"),
        ("alpaca", "get one"),
        ("alpaca", "delete all"),
        ("alpaca", "delete one"),
        ("clear_street", "get all"),
        ("clear_street", "delete all"),
        ("clear_street", "delete one"),
    }


@pytest.mark.parametrize("example", [each for each in ALL if each.status < 300], ids=str)
def test_an_example_is_decoded(answering: Callable[[Name, Style], Answering], style: Style, example: Example) -> None:
    found = answering(example.broker, style).ask(example, example.value)
    if isinstance(found, CloseReport):
        listed = example.value if example.broker == "alpaca" else example.value["data"]
        assert len(found) == len(listed)
        refused = [each for each in listed if example.broker == "alpaca" and each["status"] != 200]
        assert len(found.placed) == len(listed) - len(refused)
    elif example.operation == "get all":
        expected = example.value if example.broker == "alpaca" else example.value["data"]
        assert len(found if example.broker == "alpaca" else found.data) == len(expected)
    else:
        assert found


@pytest.mark.parametrize("example", [each for each in ALL if each.status >= 400], ids=str)
def test_a_failure_is_the_error_of_its_status(
    answering: Callable[[Name, Style], Answering], style: Style, example: Example
) -> None:
    with pytest.raises(PositionsError) as raised:
        answering(example.broker, style).ask(example, example.value)
    error = raised.value
    said = example.value.get("error", example.value)
    assert isinstance(error, OutcomeUnknown if "delete" in example.operation and example.status >= 500 else StatusError)
    assert (error.status, error.code, error.message) == (example.status, said.get("code"), said["message"])


@pytest.mark.parametrize("example", ALL, ids=str)
def test_spoilt_it_is_decoded_or_an_error_of_ours(
    answering: Callable[[Name, Style], Answering], example: Example
) -> None:
    client = answering(example.broker, "blocking")
    closing = "delete" in example.operation
    allowed: tuple[type[PositionsError], ...] = (AnswerUnreadable,)
    if example.status >= 400:
        allowed = (StatusError, OutcomeUnknown)
    elif closing:
        allowed = (CloseAccepted,)
    for how, value in spoilt(example.value):
        found, error = None, None
        try:
            found = client.ask(example, value)
        except allowed as raised:
            error = raised
        if error is not None:
            assert example.status >= 400 or not how.startswith("extra"), how
            assert json.loads(error.content) == value
        else:
            assert example.status < 300, how
            assert found is not None
        if isinstance(found, CloseReport):
            every_order_is_there(found, value)


def every_order_is_there(report: CloseReport, value: Any) -> None:
    """No bad entry hides an order: each id in the answer is in the report."""
    listed = value if isinstance(value, list) else value["data"]
    orders = [each.get("body") if isinstance(value, list) else each for each in listed if isinstance(each, dict)]
    ids = [order["id"] for order in orders if isinstance(order, dict) and isinstance(order.get("id"), str)]
    assert [*report.order_ids] == ids
