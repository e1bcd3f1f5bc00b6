"""What surrounds a request (the moment) and what it leads to (the outcome)."""

from attrs import frozen

from .messages import Answer
from .state import Order, State


@frozen
class Moment:
    """When a request is acted on: ``now`` in nanoseconds since 1970; ``asked`` counts its minute's requests."""

    now: int
    request_id: str
    asked: int = 1


@frozen
class Outcome:
    """The next state, the answer, and the orders that were placed."""

    state: State
    answer: Answer
    placed: tuple[Order, ...] = ()
