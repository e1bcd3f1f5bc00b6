"""What an answer to the only send of a close means: the table, for every kind of close, broker and driver."""

from collections.abc import Callable
from typing import Any, Final

import pytest

from brokerage_positions import (
    BadRequest,
    ClosePositionRequest,
    Conflict,
    Forbidden,
    NotFound,
    OutcomeUnknown,
    PositionsError,
    RateLimited,
    Record,
    StatusError,
    Unauthorized,
    UnprocessableEntity,
)

from ..broker import AAPL, FaultyBroker, faults, ordered
from ..broker.faults import Fault
from ..clients.calling import Caller, Name, Style

Close = Callable[[Caller], Any]
Journaled = Callable[[], list[Record]]
REFUSED: Final[dict[int, type[StatusError]]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    422: UnprocessableEntity,
}
#: Answers that leave it open whether an order was placed.
OPEN: Final[dict[str, Fault]] = {
    **{str(status): faults.answer(status) for status in (101, 408, 418, 425, 451, 499, 500, 502, 503, 504, 520, 599)},
    "redirect": faults.redirect("/elsewhere", acts=True),
    "permanent redirect": faults.redirect("/elsewhere", status=308, acts=True),
    "not modified": faults.answer(304),
    "html": faults.html(502),
    "empty 500": faults.empty(500),
    "dropped unread": faults.drop_before_reading(),
    "dropped before acting": faults.drop_before_acting(),
    "closed before acting": faults.drop_before_acting(reset=False),
    "dropped after acting": faults.act_then_drop(),
    "closed after acting": faults.act_then_drop(reset=False),
}


CLOSES: Final[dict[tuple[Name, str], Close]] = {
    ("alpaca", "whole"): lambda caller: caller.close(),
    ("alpaca", "partial"): lambda caller: caller.close(amount=ClosePositionRequest(qty=5)),
    ("alpaca", "all"): lambda caller: caller.close_all(),
    ("clear_street", "whole"): lambda caller: caller.close(),
    ("clear_street", "all"): lambda caller: caller.close_all(),
}


@pytest.fixture(params=CLOSES, ids=" ".join)
def kind(request: pytest.FixtureRequest) -> tuple[Name, str]:
    found: tuple[Name, str] = request.param
    return found


@pytest.fixture
def caller(kind: tuple[Name, str], make: Callable[..., Caller], style: Style) -> Caller:
    return make(kind[0], style)


@pytest.fixture
def close(kind: tuple[Name, str]) -> Close:
    return CLOSES[kind]


def deletes(broker: FaultyBroker) -> int:
    return sum(entry.method == "DELETE" for entry in broker.log)


def test_2xx_is_the_result(caller: Caller, close: Close, broker: FaultyBroker, journaled: Journaled) -> None:
    close(caller)
    assert deletes(broker) == 1
    assert [record.state for record in journaled()] == ["accepted"]


@pytest.mark.parametrize("status", REFUSED)
def test_a_refusal_closes_nothing(
    caller: Caller, close: Close, broker: FaultyBroker, journaled: Journaled, status: int
) -> None:
    broker.plan(faults.answer(status, acts=False), method="DELETE")
    with pytest.raises(PositionsError) as raised:
        close(caller)
    error = raised.value
    assert type(error) is REFUSED[status]
    assert (error.method, error.status, error.code, error.message) == ("DELETE", status, status * 100000, "made up")
    assert error.path.startswith("/v1/")
    assert error.request_id
    assert error.content.startswith(b'{"code"')
    assert "Nothing was closed" in str(error)
    assert "made up" in str(error)
    assert deletes(broker) == 1
    assert [record.state for record in journaled()] == ["refused"]


@pytest.mark.parametrize("answer", OPEN)
def test_anything_else_is_an_unknown_outcome(
    caller: Caller, close: Close, broker: FaultyBroker, journaled: Journaled, answer: str
) -> None:
    broker.plan(OPEN[answer], method="DELETE")
    with pytest.raises(OutcomeUnknown) as raised:
        close(caller)
    error = raised.value
    assert deletes(broker) == 1
    assert len(broker.log) == 2  # The read before, and the close: no redirect was followed.
    (record,) = journaled()
    assert (record.id, record.state) == (error.close_id, "unknown")
    assert error.unanswered.intent.request["method"] == "DELETE"
    assert error.unanswered.why in str(error)
    assert "may have been placed" in str(error)
    assert "resolve()" in str(error)


def test_a_rate_limit_is_a_refusal_that_says_when(
    caller: Caller, close: Close, broker: FaultyBroker, journaled: Journaled
) -> None:
    broker.plan(faults.rate_limited(retry_after="7"), method="DELETE")
    with pytest.raises(RateLimited) as raised:
        close(caller)
    assert raised.value.retry_after == 7
    assert deletes(broker) == 1
    assert [record.state for record in journaled()] == ["refused"]
    assert not ordered(broker.log, symbol=AAPL.symbol)
