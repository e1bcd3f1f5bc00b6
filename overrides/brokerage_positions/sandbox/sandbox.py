"""The sandbox as people use it: a context manager around a server in a thread of its own."""

import socket
from collections.abc import Callable, Collection, Generator, Iterable
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from attrs import evolve

from .clock import Clock
from .credentials import Credentials
from .desk import Desk
from .faults import Fault
from .log import Entry
from .plan import Plan, Rule
from .scenario import Scenario, load
from .server import HOST, Server
from .state import State
from .thread import PATIENCE, LoopThread


class Sandbox:
    """Both brokers on one free port of loopback, from ``with`` to its end.

    ``scenario`` is what it begins with: the name of a shipped one, the path of a file, or a state.  ``seed`` is what
    prices and planned faults are drawn from: the same seed and the same requests give the same run.  ``web`` adds a
    page to watch, at ``/_sandbox/``.  ``credentials`` are who may call, ``clock`` is the broker's time;
    ``watch`` is called on every change, by the server; ``past`` is the log of a sandbox that this one goes on for;
    of more than ``most_entries`` in the log the oldest are forgotten.

    An error of the server itself (never one that was planned) is raised at the end, as an exception group: so is an
    answer of its own that was not what the OpenAPI documents say.
    """

    def __init__(
        self,
        scenario: str | Path | Scenario | State = "demo",
        *,
        credentials: Credentials | None = None,
        clock: Clock | None = None,
        port: int = 0,
        seed: int = 0,
        web: bool = False,
        watch: Callable[[State, Entry], None] | None = None,
        past: Iterable[Entry] = (),
        most_entries: int | None = None,
    ) -> None:
        found = as_scenario(scenario)
        self.credentials = credentials or found.credentials
        self.clock = clock or Clock()
        self.seed = seed
        self.web = web
        given = evolve(found, credentials=self.credentials)
        self._desk = Desk(given, self.clock, Plan(seed), watch, past, most_entries)
        self._server = Server(self._desk, web=web)
        self._port = port
        self._loop = LoopThread("sandbox")

    def __enter__(self) -> Self:
        self._loop.start()
        try:
            self._port = self._loop.run(self._server.listen(self._port))
        except BaseException:
            self._loop.end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._loop.run(self._server.stop())
        finally:
            self._loop.end()
        if self.errors and error is None:
            raise ExceptionGroup("the sandbox itself failed", self.errors)
        if self.errors and error is not None:
            error.add_note(f"the sandbox itself failed: {self.errors!r}")

    @property
    def errors(self) -> list[Exception]:
        """What went wrong without having been planned: of these there should be none."""
        return [*self._server.errors, *self._desk.drifts]

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._port}"

    @property
    def url_alpaca(self) -> str:
        """Base address for Alpaca's clients.  The brokers' paths differ, so both live at one address."""
        return self.url

    @property
    def url_clear_street(self) -> str:
        return self.url

    @property
    def state(self) -> State:
        """What is held now: all that is due has happened."""
        return self._desk.state()

    @property
    def log(self) -> tuple[Entry, ...]:
        """Every request that reached the server, in the order in which it was read."""
        return self._desk.log()

    def plan(
        self,
        fault: Fault,
        *,
        method: str | None = None,
        path: str | None = None,
        nth: int | Collection[int] | None = None,
        times: int | None = None,
        probability: float = 1.0,
    ) -> None:
        """Let a fault strike the requests that fit; see ``plan.Rule``.  Of those that strike, the first decides."""
        places = None if nth is None else frozenset((nth,) if isinstance(nth, int) else nth)
        self.plan_rule(Rule(fault, method, path, places, times, probability))

    def plan_rule(self, rule: Rule) -> None:
        self._desk.plant(rule)

    def clear_plan(self) -> None:
        self._desk.clear_faults()

    def reset(self) -> None:
        """As it was in the beginning: what is held, the clock, the faults and the log."""
        self._desk.reset()

    def update(self, change: Callable[[State], State]) -> None:
        """Replace the state by what ``change`` makes of it; no request is acted on in between."""
        self._desk.update(change)

    def advance(self, seconds: float) -> None:
        """Move the broker's clock ahead."""
        self._desk.advance(seconds)

    def catch_up(self) -> None:
        """Do what was to be late and is due by now; asking for ``state`` or ``log`` does so, too."""
        self._desk.catch_up()

    def wait_until_idle(self, seconds: float = PATIENCE) -> None:
        """Return when all that was sent so far is read, acted on and answered; ``TimeoutError`` after ``seconds``."""
        self._pass_by()
        if not self._desk.wait_until_idle(seconds):
            raise TimeoutError(f"the sandbox was still at work after {seconds} s")

    @contextmanager
    def refusing(self) -> Generator[None, None, None]:
        """While inside, a new connection is refused by the system; open ones live on."""
        self._loop.run(self._server.deafen())
        try:
            yield
        finally:
            self._loop.run(self._server.listen(self._port))

    def _pass_by(self) -> None:
        """Connect, and wait until the server closes: by then it has come to all who connected or sent before."""
        with socket.socket() as probe, suppress(ConnectionError):
            probe.settimeout(PATIENCE)
            probe.bind((HOST, 0))
            port = probe.getsockname()[1]
            self._server.probes.add(port)
            try:
                probe.connect((HOST, self._port))
                probe.shutdown(socket.SHUT_WR)
                probe.recv(1)
            finally:
                self._server.probes.discard(port)


def as_scenario(given: str | Path | Scenario | State) -> Scenario:
    match given:
        case Scenario():
            return given
        case State():
            return Scenario("a state", given)
        case _:
            return load(given)
