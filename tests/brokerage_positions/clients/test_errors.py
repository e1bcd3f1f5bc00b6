"""The tree of errors: as it is drawn, with all that a caller needs, also after a trip through a queue."""

import copy
import pickle
from collections.abc import Callable
from typing import Any, Final

import pytest

import brokerage_positions as public
from brokerage_positions import errors

from ..broker import FaultyBroker, faults
from .calling import Caller

#: Error -> what it is a kind of, as drawn at the top of the module.
TREE: Final = {
    "NotSent": "PositionsError",
    "UnresolvedTwin": "NotSent",
    "PlanRefused": "NotSent",
    "PlanAlreadyExecuted": "PlanRefused",
    "JournalError": "NotSent",
    "UsedAfterFork": "NotSent",
    "NoAnswer": "PositionsError",
    "RequestTimeout": "NoAnswer",
    "StatusError": "PositionsError",
    "BadRequest": "StatusError",
    "Unauthorized": "StatusError",
    "Forbidden": "StatusError",
    "NotFound": "StatusError",
    "Conflict": "StatusError",
    "UnprocessableEntity": "StatusError",
    "RateLimited": "StatusError",
    "ServerError": "StatusError",
    "AnswerUnreadable": "PositionsError",
    "CloseAccepted": "PositionsError",
    "OutcomeUnknown": "PositionsError",
    "EntryFailed": "PositionsError",
}
#: A fault of the close, and the error that it is.
KINDS: Final[dict[str, faults.Fault]] = {
    "Forbidden": faults.answer(403, acts=False),
    "RateLimited": faults.rate_limited(retry_after="7"),
    "OutcomeUnknown": faults.answer(504),
    "CloseAccepted": faults.html(),
}


def test_the_tree() -> None:
    for name, parent in TREE.items():
        assert issubclass(getattr(public, name), getattr(public, parent)), name
    found = {
        name
        for name in public.__all__
        if isinstance(kind := getattr(public, name), type) and issubclass(kind, errors.PositionsError)
    }
    assert found == {*TREE, "PositionsError"}
    assert all(name in (errors.__doc__ or "") for name in found - {"PlanAlreadyExecuted", "EntryFailed"})


@pytest.mark.parametrize(
    "duplicate", [copy.copy, lambda error: pickle.loads(pickle.dumps(error))], ids=["copy", "pickle"]
)
@pytest.mark.parametrize("kind", KINDS)
def test_an_error_says_it_all_and_can_be_sent_on(
    caller: Caller, broker: FaultyBroker, kind: str, duplicate: Callable[[Any], Any]
) -> None:
    broker.plan(KINDS[kind], method="DELETE")
    with pytest.raises(getattr(public, kind)) as raised:
        caller.close()
    error = raised.value
    again = duplicate(error)
    assert type(again) is type(error)
    names = ("method", "path", "status", "code", "message", "request_id", "content", "what", "money", "todo")
    assert [getattr(again, name) for name in names] == [getattr(error, name) for name in names]
    assert dict(again.headers) == dict(error.headers)
    assert (str(again), repr(again)) == (str(error), repr(error))
    assert error.method == "DELETE"
    for said in (error.method, error.path, error.money, error.request_id):
        assert said in str(error)
    if kind == "RateLimited":
        assert again.retry_after == 7
    if kind == "OutcomeUnknown":
        assert again.close_id == error.close_id


def test_an_outcome_from_another_process_names_its_client(caller: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.act_then_drop(), method="DELETE")
    with pytest.raises(public.OutcomeUnknown) as raised:
        caller.close()
    with pytest.raises(RuntimeError, match=raised.value.close_id):
        pickle.loads(pickle.dumps(raised.value)).resolve()


def test_no_error_quotes_a_page(caller: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.html(502), method="DELETE")
    with pytest.raises(public.OutcomeUnknown) as raised:
        caller.close()
    assert "<" not in str(raised.value)
    broker.plan(faults.answer(422, body='{"code": 1, "message": "' + "a\\n" * 5000 + '"}'))
    with pytest.raises(public.UnprocessableEntity) as refused:
        caller.positions()
    assert len(str(refused.value)) < 1000
    assert "\n" not in str(refused.value)
