"""Alpaca (Broker API): ``BrokerClient`` and ``AsyncBrokerClient``, under the names of the broker's own SDK."""

from typing import Self, Unpack
from uuid import UUID

import httpx

from alpaca_broker_client.models import Order, Position
from brokerage_positions.amounts import ClosePositionRequest
from brokerage_positions.asking import Options
from brokerage_positions.clients.alpaca_calls import AccountId, AlpacaCalls, address, basic, environment
from brokerage_positions.clients.arguments import Connection, PlanOptions
from brokerage_positions.clients.core import Blocking, Core, OnAsyncio
from brokerage_positions.closing.plans import Limits, Plan
from brokerage_positions.closing.report import CloseReport
from brokerage_positions.io import AsyncWire, Wire

_NO_LIMITS = Limits()


class BrokerClient(Blocking[AlpacaCalls]):
    """Positions of customer accounts at Alpaca, and closing them; the methods have the names of the broker's SDK.

    ``sandbox=True`` is pretended money; production must be asked for.  ``connection``: see ``Connection``.
    ``http_client`` or ``transport`` are the caller's own: nothing then proves that a request was not sent.
    """

    def __init__(
        self,
        api_key: str,
        secret_key: str,
        *,
        sandbox: bool = True,
        http_client: httpx.Client | None = None,
        transport: httpx.BaseTransport | None = None,
        **connection: Unpack[Connection],
    ) -> None:
        try:
            authorization = basic(api_key, secret_key)
        finally:
            del api_key, secret_key  # a traceback with locals would show them
        self._core = Core("alpaca", authorization, address(sandbox), self._run, **connection)
        self._wire = Wire(self._core.settings, http_client=http_client, transport=transport)
        self._calls = AlpacaCalls(self._core)

    @classmethod
    def from_env(cls, *, sandbox: bool = True, **connection: Unpack[Connection]) -> Self:
        """A client with the credentials in ``APCA_BROKER_KEY_ID`` and ``APCA_BROKER_SECRET_KEY``."""
        return cls(*environment(), sandbox=sandbox, **connection)

    def get_all_positions_for_account(self, account_id: AccountId, *, options: Options | None = None) -> list[Position]:
        """Every open position of the account; the broker has no pages."""
        return self._run(self._calls.positions(account_id, options))

    def get_open_position_for_account(
        self, account_id: AccountId, symbol_or_asset_id: UUID | str, *, options: Options | None = None
    ) -> Position:
        """One open position; ``NotFound`` if there is none."""
        return self._run(self._calls.position(account_id, symbol_or_asset_id, options))

    def close_all_positions_for_account(
        self, account_id: AccountId, cancel_orders: bool | None = None, *, options: Options | None = None
    ) -> CloseReport:
        """Close every position of the account; the report has an entry for each.  ``errors`` has what can go wrong."""
        return self._run(self._calls.close_all(account_id, cancel_orders, options))

    def close_position_for_account(
        self,
        account_id: AccountId,
        symbol_or_asset_id: UUID | str,
        close_options: ClosePositionRequest | None = None,
        *,
        options: Options | None = None,
    ) -> Order:
        """Close one position; ``close_options=None`` is the whole position, and the only spelling of it."""
        return self._run(self._calls.close(account_id, symbol_or_asset_id, close_options, options))

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
        symbol_or_asset_id: UUID | str,
        close_options: ClosePositionRequest | None = None,
        limits: Limits = _NO_LIMITS,
        *,
        options: Options | None = None,
    ) -> Plan:
        """A plan for one position; nothing is closed yet."""
        operation = self._calls.plan_one(account_id, symbol_or_asset_id, close_options, limits, options)
        return self._run(operation).bound(self.execute)


class AsyncBrokerClient(OnAsyncio[AlpacaCalls]):
    """``BrokerClient`` for asyncio: the same methods, to be awaited."""

    def __init__(
        self,
        api_key: str,
        secret_key: str,
        *,
        sandbox: bool = True,
        http_client: httpx.AsyncClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        **connection: Unpack[Connection],
    ) -> None:
        try:
            authorization = basic(api_key, secret_key)
        finally:
            del api_key, secret_key  # a traceback with locals would show them
        self._core = Core("alpaca", authorization, address(sandbox), self._run, **connection)
        self._wire = AsyncWire(self._core.settings, http_client=http_client, transport=transport)
        self._calls = AlpacaCalls(self._core)

    @classmethod
    def from_env(cls, *, sandbox: bool = True, **connection: Unpack[Connection]) -> Self:
        """As of ``BrokerClient``."""
        return cls(*environment(), sandbox=sandbox, **connection)

    async def get_all_positions_for_account(
        self, account_id: AccountId, *, options: Options | None = None
    ) -> list[Position]:
        """As of ``BrokerClient``."""
        return await self._run(self._calls.positions(account_id, options))

    async def get_open_position_for_account(
        self, account_id: AccountId, symbol_or_asset_id: UUID | str, *, options: Options | None = None
    ) -> Position:
        """As of ``BrokerClient``."""
        return await self._run(self._calls.position(account_id, symbol_or_asset_id, options))

    async def close_all_positions_for_account(
        self, account_id: AccountId, cancel_orders: bool | None = None, *, options: Options | None = None
    ) -> CloseReport:
        """As of ``BrokerClient``."""
        return await self._run(self._calls.close_all(account_id, cancel_orders, options))

    async def close_position_for_account(
        self,
        account_id: AccountId,
        symbol_or_asset_id: UUID | str,
        close_options: ClosePositionRequest | None = None,
        *,
        options: Options | None = None,
    ) -> Order:
        """As of ``BrokerClient``."""
        return await self._run(self._calls.close(account_id, symbol_or_asset_id, close_options, options))

    async def plan_close_all(
        self,
        account_id: AccountId,
        limits: Limits = _NO_LIMITS,
        *,
        options: Options | None = None,
        **how: Unpack[PlanOptions],
    ) -> Plan:
        """As of ``BrokerClient``."""
        return (await self._run(self._calls.plan_all(account_id, limits, options, **how))).bound(self.execute)

    async def plan_close(
        self,
        account_id: AccountId,
        symbol_or_asset_id: UUID | str,
        close_options: ClosePositionRequest | None = None,
        limits: Limits = _NO_LIMITS,
        *,
        options: Options | None = None,
    ) -> Plan:
        """As of ``BrokerClient``."""
        operation = self._calls.plan_one(account_id, symbol_or_asset_id, close_options, limits, options)
        return (await self._run(operation)).bound(self.execute)
