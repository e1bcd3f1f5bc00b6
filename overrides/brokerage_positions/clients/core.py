"""What every client holds, and how a call is run: blocking or on asyncio."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeVar, Unpack
from uuid import UUID

from brokerage_positions.asking import Context, Options, context
from brokerage_positions.brokers.desk import Desk
from brokerage_positions.clients.arguments import Connection as Connection
from brokerage_positions.closing.operations import Closer
from brokerage_positions.closing.plans import Plan
from brokerage_positions.closing.report import CloseReport
from brokerage_positions.closing.resolving import Question, Resolution, resolve
from brokerage_positions.io import AsyncWire, Operation, Secret, Settings, Wire, adrive, drive
from brokerage_positions.io.settings import MAX_BYTES
from brokerage_positions.journal import Broker, Journal, Record

if TYPE_CHECKING:
    from brokerage_positions.portfolio import Holdings

T = TypeVar("T")
C = TypeVar("C", bound="Calls")


class Core:
    """The settings and the journal of one client, and the calls made with them.

    ``run`` is how an operation is run: it gives the result, or something to await.
    """

    def __init__(
        self,
        broker: Broker,
        authorization: Secret,
        address: str,
        run: Callable[[Operation[Any]], Any],
        **given: Unpack[Connection],
    ) -> None:
        self.broker = broker
        self.settings = Settings(
            base_url=given.get("base_url") or address,
            authorization=authorization,
            headers=given.get("headers", {}),
            proxy=given.get("proxy"),
            verify=given.get("verify", True),
            allow_http=given.get("allow_http", False),
            max_bytes=given.get("max_bytes", MAX_BYTES),
        )
        self.options = given.get("options", Options())
        journal = given.get("journal")
        self._own_journal = not isinstance(journal, Journal)
        self.journal = journal if isinstance(journal, Journal) else Journal(journal)
        self._heard = given.get("on_exchange")
        self.run = run

    def context(self, options: Options | None) -> Context:
        return context(options or self.options, self._heard)

    def closer(self, desk: Desk, options: Options | None, plan_id: str | None = None) -> Closer:
        def resolve_later(close_id: str, given_up: float, **question: Any) -> Any:
            return self.run(self.resolving(desk, close_id, options, Question(**question), given_up))

        return Closer(desk, self.journal, self.context(options), resolve_later, plan_id)

    def resolving(
        self, desk: Desk, close_id: str, options: Options | None, question: Question, given_up: float | None = None
    ) -> Operation[Resolution]:
        return resolve(desk, self.journal, close_id, self.context(options), question, given_up)

    def record(self, close_id: str) -> Record:
        """The record of a close of this broker."""
        record = self.journal.get(close_id)
        if record.intent.broker != self.broker:
            raise ValueError(f"close {close_id} is one at {record.intent.broker}, not at {self.broker}")
        return record

    def unresolved(self) -> tuple[Record, ...]:
        return tuple(record for record in self.journal.unresolved() if record.intent.broker == self.broker)

    def close(self) -> None:
        if self._own_journal:
            self.journal.close()


class Calls(Protocol):
    """The calls that both brokers' clients have."""

    def resolve(self, close_id: str, question: Question, options: Options | None) -> Operation[Resolution]: ...
    def execute(self, plan: Plan, options: Options | None) -> Operation[CloseReport]: ...
    def holdings(self, account_id: Any, currency: str | None, options: Options | None) -> "Operation[Holdings]": ...


class Blocking(Generic[C]):
    """A client that blocks; a context manager."""

    _core: Core
    _wire: Wire
    _calls: C

    def _run(self, operation: Operation[T]) -> T:
        return drive(operation, self._wire)

    def resolve(self, close_id: str, *, options: Options | None = None, **question: Any) -> Resolution:
        """What became of a close whose outcome is unknown; ``question`` are the arguments of ``Question``."""
        return self._run(self._calls.resolve(close_id, Question(**question), options))

    def execute(self, plan: Plan, *, options: Options | None = None) -> CloseReport:
        """Execute a plan, once; see ``Plan.execute``."""
        return self._run(self._calls.execute(plan, options))

    def holdings(
        self, account_id: UUID | str | int, *, currency: str | None = None, options: Options | None = None
    ) -> "Holdings":
        """The positions of an account in the terms that both brokers share; ``currency`` names the account's own."""
        return self._run(self._calls.holdings(account_id, currency, options))

    def unresolved(self) -> tuple[Record, ...]:
        """The closes at this broker whose outcome nobody knows: of this process, and of those that died."""
        return self._core.unresolved()

    def close(self) -> None:
        """Close the connections and the journal."""
        self._wire.close()
        self._core.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class OnAsyncio(Generic[C]):
    """A client for asyncio; an async context manager."""

    _core: Core
    _wire: AsyncWire
    _calls: C

    def _run(self, operation: Operation[T]) -> Awaitable[T]:
        return adrive(operation, self._wire)

    async def resolve(self, close_id: str, *, options: Options | None = None, **question: Any) -> Resolution:
        """As of the blocking client."""
        return await self._run(self._calls.resolve(close_id, Question(**question), options))

    async def execute(self, plan: Plan, *, options: Options | None = None) -> CloseReport:
        """As of the blocking client."""
        return await self._run(self._calls.execute(plan, options))

    async def holdings(
        self, account_id: UUID | str | int, *, currency: str | None = None, options: Options | None = None
    ) -> "Holdings":
        """As of the blocking client."""
        return await self._run(self._calls.holdings(account_id, currency, options))

    def unresolved(self) -> tuple[Record, ...]:
        """As of the blocking client."""
        return self._core.unresolved()

    async def aclose(self) -> None:
        """Close the connections and the journal."""
        await self._wire.aclose()
        self._core.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()
