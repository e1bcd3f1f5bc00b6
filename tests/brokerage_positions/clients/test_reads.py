"""A read is sent until it is answered: how often, how soon, and what it is when it never is."""

import time
from email.utils import formatdate
from typing import Final

import pytest
import tenacity
from attrs import evolve

from brokerage_positions import (
    AnswerUnreadable,
    BadRequest,
    CloseAccepted,
    Conflict,
    Forbidden,
    NoAnswer,
    NotFound,
    Options,
    OutcomeUnknown,
    RateLimited,
    RequestTimeout,
    Retry,
    ServerError,
    StatusError,
    Unauthorized,
    UnprocessableEntity,
)

from ..broker import FaultyBroker, faults
from ..clients.calling import QUICK, Caller

PASSING: Final[dict[str, faults.Fault]] = {
    **{str(status): faults.answer(status) for status in (408, 429, 500, 503, 520, 599)},
    "html 502": faults.html(502),
    "reset": faults.drop_before_acting(),
    "closed": faults.drop_before_acting(reset=False),
    "cut": faults.act_then_cut(),
}
FINAL: Final[dict[int, type[StatusError]]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    418: StatusError,
    422: UnprocessableEntity,
}


@pytest.mark.parametrize("fault", PASSING)
def test_what_passes_is_tried_again(caller: Caller, broker: FaultyBroker, fault: str) -> None:
    broker.plan(PASSING[fault], nth=[1, 2])
    assert caller.positions()
    assert [entry.method for entry in broker.log] == ["GET"] * 3


@pytest.mark.parametrize("status", FINAL)
def test_what_does_not_pass_is_not(caller: Caller, broker: FaultyBroker, status: int) -> None:
    broker.plan(faults.answer(status))
    with pytest.raises(StatusError) as raised:
        caller.positions()
    error = raised.value
    assert type(error) is FINAL[status]
    assert (error.method, error.status, error.code, error.message) == ("GET", status, status * 100000, "made up")
    assert "A read moves no money" in str(error)
    assert error.headers["x-request-id"] == error.request_id
    assert len(broker.log) == 1


def test_after_the_last_attempt_it_is_an_error(caller: Caller, broker: FaultyBroker) -> None:
    for fault, expected in (
        (faults.answer(503), ServerError),
        (faults.answer(429), RateLimited),
        (faults.drop_before_acting(), NoAnswer),
        (faults.act_then_cut(), AnswerUnreadable),
    ):
        broker.plan(fault)
        before = len(broker.log)
        with pytest.raises(expected) as raised:
            caller.positions()
        assert type(raised.value) is expected
        assert len(broker.log) - before == 3
        broker.clear_plan()


def test_a_redirect_is_not_followed(caller: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.redirect(f"{broker.url}/elsewhere"))
    with pytest.raises(StatusError) as raised:
        caller.positions()
    assert (raised.value.status, len(broker.log)) == (307, 1)


def test_a_refused_connection_is_tried_again(caller: Caller, broker: FaultyBroker) -> None:
    with broker.refusing():
        pauses: list[float] = []
        caller.instead_of_sleeping(pauses.append)
        with pytest.raises(NoAnswer, match="ConnectError"):
            caller.positions()
    assert len(pauses) == 2
    assert caller.positions()


@pytest.mark.parametrize("fault", [faults.delay(before=30), faults.hang(30)], ids=["silence", "half an answer"])
def test_a_timeout_is_tried_again(caller: Caller, broker: FaultyBroker, fault: faults.Fault) -> None:
    broker.plan(fault, nth=1)
    assert caller.positions(evolve(QUICK, timeout=0.2))
    assert len(broker.log) == 2


def test_a_timeout_that_stays(caller: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.delay(before=30))
    with pytest.raises(RequestTimeout):
        caller.positions(evolve(QUICK, timeout=0.05))
    assert len(broker.log) == 3


def waits(caller: Caller, broker: FaultyBroker, fault: faults.Fault, options: Options = QUICK) -> list[float]:
    """The pauses of a read whose first answer is that fault."""
    broker.plan(fault, nth=1)
    pauses: list[float] = []
    caller.instead_of_sleeping(pauses.append)
    assert caller.positions(options)
    return pauses


def test_the_broker_says_how_many_seconds(caller: Caller, broker: FaultyBroker) -> None:
    assert waits(caller, broker, faults.rate_limited(retry_after="7")) == [7]


def test_the_broker_says_until_when(caller: Caller, broker: FaultyBroker) -> None:
    (pause,) = waits(caller, broker, faults.rate_limited(retry_after=formatdate(time.time() + 15, usegmt=True)))
    assert 0 < pause <= 15


def test_the_broker_says_when_the_limit_is_reset(clear_street: Caller, broker: FaultyBroker) -> None:
    (pause,) = waits(clear_street, broker, faults.rate_limited(reset_at=int(time.time()) + 15))
    assert 0 < pause <= 15


@pytest.mark.parametrize("nonsense", ["soon", "-1", "1e9", "NaN", "٣", "Thu, 99 Foo 2026 00:00:00 GMT", ""])
def test_nonsense_is_no_reason_to_wait(caller: Caller, broker: FaultyBroker, nonsense: str) -> None:
    if nonsense.isascii():
        assert waits(caller, broker, faults.rate_limited(retry_after=nonsense)) == [0]


@pytest.mark.parametrize("options", [QUICK, evolve(QUICK, deadline=None, retry=Retry(attempts=1))])
def test_a_wait_past_the_deadline_is_an_error_at_once(caller: Caller, broker: FaultyBroker, options: Options) -> None:
    broker.plan(faults.rate_limited(retry_after="3600"))
    with pytest.raises(RateLimited) as raised:
        caller.positions(options)
    assert raised.value.retry_after == 3600
    assert len(broker.log) == 1


def test_the_waits_grow_and_differ(caller: Caller, broker: FaultyBroker) -> None:
    pauses: list[float] = []
    caller.instead_of_sleeping(pauses.append)
    broker.plan(faults.answer(500))
    for _ in range(10):
        with pytest.raises(ServerError):
            caller.positions(Options(deadline=None))
    assert len(pauses) == 30
    assert len({*pauses}) > 25
    assert sum(pauses[2::3]) > sum(pauses[::3])


def test_how_often_is_the_callers_to_say(caller: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.answer(500))
    with pytest.raises(ServerError):
        caller.positions(evolve(QUICK, retry=Retry(attempts=5, wait=tenacity.wait_none())))
    assert len(broker.log) == 5


@pytest.mark.parametrize(
    "fault",
    [faults.trickle(piece=16, pause=0.02), faults.delay(before=30), faults.hang(30)],
    ids=["trickle", "silence", "half an answer"],
)
def test_the_deadline_ends_a_read(caller: Caller, broker: FaultyBroker, fault: faults.Fault) -> None:
    broker.plan(fault)
    with pytest.raises(RequestTimeout):
        caller.positions(evolve(QUICK, timeout=None, deadline=0.1))


@pytest.mark.parametrize(
    "fault",
    [faults.trickle(piece=16, pause=0.02), faults.delay(after=30), faults.hang(30)],
    ids=["trickle", "silence", "half an answer"],
)
def test_the_deadline_ends_a_close(caller: Caller, broker: FaultyBroker, fault: faults.Fault) -> None:
    broker.plan(fault, method="DELETE")
    # Accepted, if the status came in time.
    with pytest.raises((CloseAccepted, OutcomeUnknown)):
        caller.close_all(options=evolve(QUICK, timeout=None, deadline=0.1, read_before=False))
    assert len(broker.log) == 1
