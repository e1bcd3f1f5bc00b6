"""The faulty broker as tests use it: a context manager around a server in a thread of its own."""

import asyncio
import socket
import threading
from collections.abc import Callable, Collection, Coroutine, Generator, Iterable
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Any, Final, Self, TypeVar

from .clock import Clock
from .credentials import Credentials
from .desk import Desk
from .faults import Fault
from .log import Entry
from .plan import Plan, Rule
from .samples import sample_state
from .server import HOST, Server
from .state import State

T = TypeVar("T")
#: Nothing that a test asks of the server's thread may take longer, in seconds.
PATIENCE: Final = 10.0


class FaultyBroker:
    """Both brokers on one free port of loopback, from ``with`` to its end.

    ``state`` is what is held at the start (``sample_state()`` if not given), ``credentials`` who may call, ``clock``
    the broker's time, ``seed`` the chances of planned faults; ``watch`` is called on every change, by the server;
    ``past`` is the log of a broker that this one goes on for.
    An error of the server itself (never one that was planned) is raised at the end, as an exception group.
    """

    def __init__(
        self,
        state: State | None = None,
        *,
        credentials: Credentials | None = None,
        clock: Clock | None = None,
        seed: int = 0,
        port: int = 0,
        watch: Callable[[State, Entry], None] | None = None,
        past: Iterable[Entry] = (),
    ) -> None:
        self.credentials = credentials or Credentials()
        self.clock = clock or Clock()
        self._plan = Plan(seed)
        self._desk = Desk(state or sample_state(), self.credentials, self.clock, self._plan, watch, past)
        self._server = Server(self._desk)
        self._port = port
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="faulty broker", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        try:
            self._port = self._run(self._server.listen(self._port))
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._run(self._server.stop())
        finally:
            self._end()
        if self._server.errors and error is None:
            raise ExceptionGroup("the faulty broker itself failed", self._server.errors)
        if self._server.errors and error is not None:
            error.add_note(f"the faulty broker itself failed: {self._server.errors!r}")

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
        self._plan.add(rule)

    def clear_plan(self) -> None:
        self._plan.clear()

    def update(self, change: Callable[[State], State]) -> None:
        """Replace the state by what ``change`` makes of it; no request is acted on in between."""
        self._desk.update(change)

    def advance(self, seconds: float) -> None:
        """Move the broker's clock ahead."""
        self.clock.advance(seconds)

    def catch_up(self) -> None:
        """Do what was to be late and is due by now; asking for ``state`` or ``log`` does so, too."""
        self._desk.catch_up()

    def wait_until_idle(self, seconds: float = PATIENCE) -> None:
        """Return when all that was sent so far is read, acted on and answered; ``TimeoutError`` after ``seconds``."""
        self._pass_by()
        if not self._desk.wait_until_idle(seconds):
            raise TimeoutError(f"the broker was still at work after {seconds} s")

    @contextmanager
    def refusing(self) -> Generator[None, None, None]:
        """While inside, a new connection is refused by the system; open ones live on."""
        self._run(self._server.deafen())
        try:
            yield
        finally:
            self._run(self._server.listen(self._port))

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

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        if not self._thread.is_alive():
            self._loop.close()
