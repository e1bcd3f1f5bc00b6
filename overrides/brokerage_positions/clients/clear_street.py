"""Clear Street: ``ClearStreet`` and ``AsyncClearStreet``; ``client.v1.positions`` as in the broker's own SDK."""

from typing import Self, Unpack

import httpx

from brokerage_positions.asking import Options
from brokerage_positions.clients.arguments import Connection, PlanOptions
from brokerage_positions.clients.clear_street_calls import (
    AccountId,
    ClearStreetCalls,
    address,
    bearer,
    environment,
)
from brokerage_positions.clients.clear_street_positions import V1, AsyncV1
from brokerage_positions.clients.core import Blocking, Core, OnAsyncio
from brokerage_positions.closing.plans import Limits, Plan
from brokerage_positions.io import AsyncWire, Wire

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
        self.v1 = V1(self._calls, self._wire)

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
        self.v1 = AsyncV1(self._calls, self._wire)

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
