"""The broker without its wires: what holds the state, the clock, the plan of faults and the log together.

Requests come from the server's thread, questions from tests in other threads; one lock keeps them apart.
"""

import threading
from collections.abc import Callable, Iterable
from uuid import NAMESPACE_URL, uuid5

from attrs import evolve

from .clock import Clock
from .contract import contract
from .deciding import decide
from .faults import Fault
from .log import Entry, Log, Ticket, entry
from .messages import Answer, Request, json_answer
from .outcome import Moment, Outcome, in_part
from .plan import Plan, Rule
from .rewrites import rewrite
from .scenario import Scenario, asked_fault
from .state import SECOND, State, moved, opened, settle_all


class Desk:
    """``watch`` is told of every change, with the state and the log's entry as they are then; ``past`` is the log of a
    broker that this one goes on for; of more than ``most_entries`` the oldest are forgotten."""

    def __init__(
        self,
        scenario: Scenario,
        clock: Clock,
        plan: Plan,
        watch: Callable[[State, Entry], None] | None = None,
        past: Iterable[Entry] = (),
        most_entries: int | None = None,
    ) -> None:
        self.credentials = scenario.credentials
        self.clock = clock
        self.plan = plan
        #: Where an answer of the sandbox's own was not what the documents say.
        self.drifts: list[Exception] = []
        self._scenario = scenario
        self._contract = contract()
        self._watch = watch
        self._log = Log(past, most_entries, self._tell)
        self._late: list[tuple[int, Ticket, Request]] = []
        self._minute = (0, 0)
        self._in_flight = 0
        #: Another one after every change of the log, or of the state from outside.
        self.version = 0
        self._changed = threading.Condition(threading.RLock())
        self._state = self._begin()

    def malformed(self, connection: int) -> None:
        """Log what came in and was no request; it is answered with 400."""
        with self._changed:
            self._log.append(Entry(self._log.next_number, connection, self.clock.now(), status=400))

    def refused_connection(self, connection: int) -> Fault:
        """The fault that strikes a connection before anything is read; it is logged if there is one."""
        with self._changed:
            fault = self.plan.fault_for(None)
            if fault.name:
                self._log.append(Entry(self._log.next_number, connection, self.clock.now(), fault=fault.name))
            return fault

    def fault_for(self, request: Request) -> Fault:
        if asked := request.header("x-sandbox-fault"):
            return asked_fault(asked)
        with self._changed:
            return self.plan.fault_for(request)

    def receive(self, request: Request, connection: int, fault: str) -> Ticket:
        """Log a request that has arrived.  It is in flight until ``finish``."""
        with self._changed:
            now = self.clock.now()
            ticket = self._log.append(entry(self._log.next_number, connection, now, request, fault))
            self._in_flight += 1
            minute = now // (60 * SECOND)
            self._minute = (minute, self._minute[1] + 1 if self._minute[0] == minute else 1)
            return ticket

    def act(self, ticket: Ticket, request: Request, fault: Fault) -> Answer:
        """Do what was asked, now, later or never, and say what the client is to be told."""
        with self._changed:
            self._catch_up()
            if not self._log.is_current(ticket):
                return json_answer(503, {"code": 503, "message": "the sandbox was reset meanwhile; nothing was done"})
            outcome = in_part(self._decide(ticket, request, self.clock.now()), fault.most_orders)
            match fault.acts:
                case "now":
                    self._commit(ticket, outcome)
                case "late":
                    self._late.append((self.clock.now() + round(fault.late * SECOND), ticket, request))
                case "never":
                    pass
        answer = outcome.answer
        for how in fault.rewrites:
            answer = rewrite(answer, how)
        return answer

    def answered(self, ticket: Ticket, status: int) -> None:
        """Note the status before its first byte leaves: who has read an answer finds it in the log."""
        with self._changed:
            self._log.note(ticket, lambda entry: evolve(entry, status=status))

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
            self._state = settle_all(self._state, self.clock.now())
            return self._state

    def update(self, change: Callable[[State], State]) -> None:
        with self._changed:
            self._catch_up()
            self._state = opened(change(self._state), self.clock.now(), self.plan.seed)
            self.version += 1

    def plant(self, rule: Rule) -> None:
        self._do(lambda: self.plan.add(rule))

    def clear_faults(self) -> None:
        self._do(self.plan.clear)

    def advance(self, seconds: float) -> None:
        """Move the clock ahead."""
        self._do(lambda: self.clock.advance(seconds))

    def reset(self) -> None:
        """As in the beginning: state, clock, faults and log.  What is still in flight does nothing any more."""
        with self._changed:
            self.clock.reset()
            self._state = self._begin()
            self._log.clear()
            self._late, self._minute = [], (0, 0)
            self.version += 1

    def log(self) -> tuple[Entry, ...]:
        with self._changed:
            self._catch_up()
            return tuple(self._log)

    def wait_until_idle(self, seconds: float) -> bool:
        """Whether nothing was in flight any more within so many seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._in_flight, seconds)

    def _do(self, work: Callable[[], None]) -> None:
        with self._changed:
            work()
            self.version += 1

    def _begin(self) -> State:
        self.plan.clear()
        for rule in self._scenario.rules:
            self.plan.add(rule)
        now = self.clock.now()
        return opened(self._scenario.begun(now), now, self.plan.seed)

    def _decide(self, ticket: Ticket, request: Request, now: int) -> Outcome:
        moment = Moment(now, str(uuid5(NAMESPACE_URL, f"request {ticket.number}")), self._minute[1])
        decision = decide(self._contract, self._state, request, self.credentials, moment)
        if decision.drift is not None:
            self.drifts.append(decision.drift)
        if decision.problems:
            self._log.note(ticket, lambda entry: evolve(entry, problems=decision.problems))
        return decision.outcome

    def _commit(self, ticket: Ticket, outcome: Outcome) -> None:
        self._state = outcome.state
        self._log.note(ticket, lambda entry: evolve(entry, placed=outcome.placed))

    def _catch_up(self) -> None:
        """Act on what was to be late and is due by now, at the time at which it was due; and move the prices."""
        now = self.clock.now()
        due = sorted((late for late in self._late if late[0] <= now), key=lambda late: (late[0], late[1].number))
        for late in due:
            self._late.remove(late)
            at, ticket, request = late
            self._state = moved(self._state, at)
            self._commit(ticket, self._decide(ticket, request, at))
        self._state = moved(self._state, now)

    def _tell(self, changed: Entry) -> None:
        self.version += 1
        if self._watch is not None:
            self._watch(self._state, changed)
