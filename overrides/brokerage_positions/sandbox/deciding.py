"""Whose request it is, what that broker makes of it, and whether the documents agree.  Pure."""

from collections.abc import Callable, Mapping
from typing import Final

from attrs import frozen

from . import alpaca, clear_street
from .contract import Contract, Drift, held_to_documents
from .credentials import Credentials
from .log import whose
from .messages import Request, json_answer
from .outcome import Moment, Outcome
from .state import State


@frozen
class Broker:
    answer: Callable[[State, Request, Credentials, Moment], Outcome]
    refuse: Callable[[State, str, Moment], Outcome]


BROKERS: Final[Mapping[str, Broker]] = {
    "alpaca": Broker(alpaca.answer, alpaca.refuse),
    "clear_street": Broker(clear_street.answer, clear_street.refuse),
}


@frozen
class Decision:
    """``problems`` are what the document has against the request; ``drift`` is what it has against the answer that the
    sandbox would have given: then nothing is done, and the answer says so."""

    outcome: Outcome
    problems: tuple[str, ...] = ()
    drift: Drift | None = None


def decide(contract: Contract, state: State, request: Request, credentials: Credentials, moment: Moment) -> Decision:
    broker = BROKERS.get(whose(request)[0] or "")
    if broker is None:
        return Decision(Outcome(state, json_answer(404, {"code": 404, "message": "no such endpoint"})))
    outcome = broker.answer(state, request, credentials, moment)
    try:
        return Decision(*held_to_documents(contract, request, outcome, lambda why: broker.refuse(state, why, moment)))
    except Drift as drift:
        message = f"the sandbox itself is wrong, and did nothing: {drift}"
        return Decision(Outcome(state, json_answer(500, {"code": 500, "message": message})), drift=drift)
