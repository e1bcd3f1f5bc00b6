"""Clear Street: ``ClearStreet`` and ``AsyncClearStreet``; ``client.v1.positions`` as in the broker's own SDK."""

from typing import Self, Unpack

import httpx

from brokerage_positions.asking import Options
from brokerage_positions.clients.clear_street_calls import (
    AccountId,
    ClearStreetCalls,
    Filters,
    account,
    address,
    bearer,
    environment,
    filters,
)
from brokerage_positions.clients.core import Blocking, Connection, Core, OnAsyncio, PlanOptions
from brokerage_positions.clients.pages import AsyncPositions, Positions
from brokerage_positions.closing.plans import Limits, Plan
from brokerage_positions.closing.report import CloseReport
from brokerage_positions.io import AsyncWire, Wire
from clear_street_client.models import PositionClosePositionsResponse

_NO_LIMITS = Limits()


class ClearStreet(Blocking[ClearStreetCalls]):
    """Positions of accounts at Clear Street, and closing them: ``client.v1.positions``.

    ``sandbox=True`` is the development address; production must be asked for.  ``connection``: see ``Connection``.
    """

    def __init__(
        self,
        api_key: str,
        *,
        sandbox: bool = True,
        http_client: httpx.Client | None = None,
        transport: httpx.BaseTransport | None = None,
        **connection: Unpack[Connection],
    ) -> None:
        try:
            authorization = bearer(api_key)
        finally:
            del api_key  # a traceback with locals would show it
        self._core = Core("clear_street", authorization, address(sandbox), self._run, **connection)
        self._wire = Wire(self._core.settings, http_client=http_client, transport=transport)
        self._calls = ClearStreetCalls(self._core)
        self.v1 = V1(self)

    @classmethod
    def from_env(cls, *, sandbox: bool = True, **connection: Unpack[Connection]) -> Self:
        """A client with the key in ``CLEAR_STREET_API_KEY``; ``CLEAR_STREET_BASE_URL`` replaces the address."""
        return cls(environment(), sandbox=sandbox, **connection)

    def plan_close_all(
        self,
        account_id: AccountId,
        limits: Limits = _NO_LIMITS,
        *,
        options: Options | None = None,
        **how: Unpack[PlanOptions],
    ) -> Plan:
        """A plan that closes each position the account holds now with a request of its own; nothing is closed yet."""
        return self._run(self._calls.plan_all(account_id, limits, options, **how)).bound(self.execute)

    def plan_close(
        self,
        account_id: AccountId,
        instrument_id: str,
        limits: Limits = _NO_LIMITS,
        *,
        cancel_orders: bool | None = None,
        options: Options | None = None,
    ) -> Plan:
        """A plan for one position; nothing is closed yet."""
        operation = self._calls.plan_one(account_id, instrument_id, limits, cancel_orders, options)
        return self._run(operation).bound(self.execute)


class V1:
    """Version 1 of the API."""

    def __init__(self, client: ClearStreet) -> None:
        self.positions = PositionsResource(client)


class PositionsResource:
    """Reading and closing positions."""

    def __init__(self, client: ClearStreet) -> None:
        self._client = client

    def get_positions(
        self, account_id: AccountId, *, options: Options | None = None, **which: Unpack[Filters]
    ) -> Positions:
        """The positions of all pages, asked for as they are needed."""
        calls, run, number = self._client._calls, self._client._run, account(account_id)
        return Positions(lambda asked: run(calls.page(number, calls.core.context(options), asked)), filters(which))

    def close_positions(
        self, account_id: AccountId, *, cancel_orders: bool | None = None, options: Options | None = None
    ) -> CloseReport:
        """Close every position of the account; the report has an entry for each order."""
        return self._client._run(self._client._calls.close_all(account_id, cancel_orders, options))

    def close_position(
        self,
        instrument_id: str,
        *,
        account_id: AccountId,
        cancel_orders: bool | None = None,
        options: Options | None = None,
    ) -> PositionClosePositionsResponse:
        """Close the whole position in an instrument (its id, ticker or OSI option symbol)."""
        return self._client._run(self._client._calls.close(account_id, instrument_id, cancel_orders, options))


class AsyncClearStreet(OnAsyncio[ClearStreetCalls]):
    """``ClearStreet`` for asyncio: the same methods, to be awaited."""

    def __init__(
        self,
        api_key: str,
        *,
        sandbox: bool = True,
        http_client: httpx.AsyncClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        **connection: Unpack[Connection],
    ) -> None:
        try:
            authorization = bearer(api_key)
        finally:
            del api_key  # a traceback with locals would show it
        self._core = Core("clear_street", authorization, address(sandbox), self._run, **connection)
        self._wire = AsyncWire(self._core.settings, http_client=http_client, transport=transport)
        self._calls = ClearStreetCalls(self._core)
        self.v1 = AsyncV1(self)

    @classmethod
    def from_env(cls, *, sandbox: bool = True, **connection: Unpack[Connection]) -> Self:
        """As of ``ClearStreet``."""
        return cls(environment(), sandbox=sandbox, **connection)

    async def plan_close_all(
        self,
        account_id: AccountId,
        limits: Limits = _NO_LIMITS,
        *,
        options: Options | None = None,
        **how: Unpack[PlanOptions],
    ) -> Plan:
        """As of ``ClearStreet``."""
        return (await self._run(self._calls.plan_all(account_id, limits, options, **how))).bound(self.execute)

    async def plan_close(
        self,
        account_id: AccountId,
        instrument_id: str,
        limits: Limits = _NO_LIMITS,
        *,
        cancel_orders: bool | None = None,
        options: Options | None = None,
    ) -> Plan:
        """As of ``ClearStreet``."""
        operation = self._calls.plan_one(account_id, instrument_id, limits, cancel_orders, options)
        return (await self._run(operation)).bound(self.execute)


class AsyncV1:
    """Version 1 of the API."""

    def __init__(self, client: AsyncClearStreet) -> None:
        self.positions = AsyncPositionsResource(client)


class AsyncPositionsResource:
    """As ``PositionsResource``."""

    def __init__(self, client: AsyncClearStreet) -> None:
        self._client = client

    def get_positions(
        self, account_id: AccountId, *, options: Options | None = None, **which: Unpack[Filters]
    ) -> AsyncPositions:
        """As of ``PositionsResource``; for ``async for``."""
        calls, run, number = self._client._calls, self._client._run, account(account_id)
        return AsyncPositions(lambda asked: run(calls.page(number, calls.core.context(options), asked)), filters(which))

    async def close_positions(
        self, account_id: AccountId, *, cancel_orders: bool | None = None, options: Options | None = None
    ) -> CloseReport:
        """As of ``PositionsResource``."""
        return await self._client._run(self._client._calls.close_all(account_id, cancel_orders, options))

    async def close_position(
        self,
        instrument_id: str,
        *,
        account_id: AccountId,
        cancel_orders: bool | None = None,
        options: Options | None = None,
    ) -> PositionClosePositionsResponse:
        """As of ``PositionsResource``."""
        return await self._client._run(self._client._calls.close(account_id, instrument_id, cancel_orders, options))
