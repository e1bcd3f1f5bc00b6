"""What surrounds a request (the moment) and what it leads to (the outcome)."""

from attrs import evolve, frozen

from .messages import Answer
from .state import Order, State, undo


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


def in_part(outcome: Outcome, most: int | None) -> Outcome:
    """The same, with only the first orders placed."""
    if most is None:
        return outcome
    kept, undone = outcome.placed[:most], outcome.placed[most:]
    return evolve(outcome, state=undo(outcome.state, undone), placed=kept)


def allowing(outcome: Outcome, *methods: str) -> Outcome:
    """A refusal of a method, with the methods that there are."""
    answer = evolve(outcome.answer, headers=(*outcome.answer.headers, ("Allow", ", ".join(methods))))
    return evolve(outcome, answer=answer)
