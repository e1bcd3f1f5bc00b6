"""The broker without its wires: what holds the state, the clock, the plan of faults and the log together.

Requests come from the server's thread, questions from tests in other threads; one lock keeps them apart.
"""

import threading
from collections.abc import Callable, Iterable
from uuid import NAMESPACE_URL, uuid5

from attrs import evolve

from . import alpaca, clear_street
from .clock import Clock
from .credentials import Credentials
from .faults import Fault
from .log import Entry, entry, whose
from .messages import Answer, Request, json_answer
from .outcome import Moment, Outcome
from .plan import Plan
from .rewrites import rewrite
from .state import SECOND, State, settle_all, undo


class Desk:
    """``watch`` is told of every change, with the state and the log's entry as they are then; ``past`` is the
    log of a broker that this one goes on for."""

    def __init__(
        self,
        state: State,
        credentials: Credentials,
        clock: Clock,
        plan: Plan,
        watch: Callable[[State, Entry], None] | None = None,
        past: Iterable[Entry] = (),
    ) -> None:
        self._clock = clock
        self._plan = plan
        self._state = state
        self._credentials = credentials
        self._watch = watch
        self._log = list(past)
        self._late: list[tuple[int, int, Request]] = []
        self._minute = (0, 0)
        self._in_flight = 0
        self._changed = threading.Condition(threading.RLock())

    def malformed(self, connection: int) -> None:
        """Log what came in and was no request; it is answered with 400."""
        with self._changed:
            self._append(Entry(len(self._log), connection, self._clock.now(), status=400))

    def refused_connection(self, connection: int) -> Fault:
        """The fault that strikes a connection before anything is read; it is logged if there is one."""
        with self._changed:
            fault = self._plan.fault_for(None)
            if fault.name:
                self._append(Entry(len(self._log), connection, self._clock.now(), fault=fault.name))
            return fault

    def fault_for(self, request: Request) -> Fault:
        with self._changed:
            return self._plan.fault_for(request)

    def receive(self, request: Request, connection: int, fault: str) -> int:
        """Log a request that has arrived; its number in the log.  It is in flight until ``finish``."""
        with self._changed:
            number, now = len(self._log), self._clock.now()
            self._append(entry(number, connection, now, request, fault))
            self._in_flight += 1
            minute = now // (60 * SECOND)
            self._minute = (minute, self._minute[1] + 1 if self._minute[0] == minute else 1)
            return number

    def act(self, number: int, request: Request, fault: Fault) -> Answer:
        """Do what was asked, now, later or never, and say what the client is to be told."""
        with self._changed:
            self._catch_up()
            outcome = in_part(self._decide(number, request, self._clock.now()), fault.most_orders)
            match fault.acts:
                case "now":
                    self._commit(number, outcome)
                case "late":
                    self._late.append((self._clock.now() + round(fault.late * SECOND), number, request))
                case "never":
                    pass
        answer = outcome.answer
        for how in fault.rewrites:
            answer = rewrite(answer, how)
        return answer

    def answered(self, number: int, status: int) -> None:
        """Note the status before its first byte leaves: who has read an answer finds it in the log."""
        with self._changed:
            self._replace(number, evolve(self._log[number], status=status))

    def finish(self) -> None:
        """A request is no longer in flight, whatever became of it."""
        with self._changed:
            self._in_flight -= 1
            self._changed.notify_all()

    def catch_up(self) -> None:
        with self._changed:
            self._catch_up()

    def state(self) -> State:
        """All that is due has been done in it."""
        with self._changed:
            self._catch_up()
            self._state = settle_all(self._state, self._clock.now())
            return self._state

    def update(self, change: Callable[[State], State]) -> None:
        with self._changed:
            self._catch_up()
            self._state = change(self._state)

    def log(self) -> tuple[Entry, ...]:
        with self._changed:
            self._catch_up()
            return tuple(self._log)

    def wait_until_idle(self, seconds: float) -> bool:
        """Whether nothing was in flight any more within so many seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._in_flight, seconds)

    def _decide(self, number: int, request: Request, now: int) -> Outcome:
        moment = Moment(now, str(uuid5(NAMESPACE_URL, f"request {number}")), self._minute[1])
        match whose(request)[0]:
            case "alpaca":
                return alpaca.answer(self._state, request, self._credentials, moment)
            case "clear_street":
                return clear_street.answer(self._state, request, self._credentials, moment)
            case None:
                return Outcome(self._state, json_answer(404, {"code": 404, "message": "no such endpoint"}))

    def _commit(self, number: int, outcome: Outcome) -> None:
        self._state = outcome.state
        self._replace(number, evolve(self._log[number], placed=outcome.placed))

    def _catch_up(self) -> None:
        """Act on what was to be late and is due by now, at the time at which it was due."""
        now = self._clock.now()
        for late in sorted((late for late in self._late if late[0] <= now), key=lambda late: late[:2]):
            self._late.remove(late)
            due, number, request = late
            self._commit(number, self._decide(number, request, due))

    def _append(self, fresh: Entry) -> None:
        self._log.append(fresh)
        if self._watch is not None:
            self._watch(self._state, fresh)

    def _replace(self, number: int, changed: Entry) -> None:
        self._log[number] = changed
        if self._watch is not None:
            self._watch(self._state, changed)


def in_part(outcome: Outcome, most: int | None) -> Outcome:
    """The same, with only the first orders placed."""
    if most is None:
        return outcome
    kept, undone = outcome.placed[:most], outcome.placed[most:]
    return evolve(outcome, state=undo(outcome.state, undone), placed=kept)
