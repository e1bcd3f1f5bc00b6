"""``client.v1.positions`` of the Clear Street clients."""

from typing import Unpack

from brokerage_positions.asking import Options
from brokerage_positions.clients.clear_street_calls import AccountId, ClearStreetCalls, Filters, account, filters
from brokerage_positions.clients.core import Blocking, OnAsyncio
from brokerage_positions.clients.pages import AsyncPositions, Positions
from brokerage_positions.closing.report import CloseReport
from clear_street_client.models import PositionClosePositionsResponse


class V1:
    """Version 1 of the API."""

    def __init__(self, client: Blocking[ClearStreetCalls]) -> None:
        self.positions = PositionsResource(client)


class PositionsResource:
    """Reading and closing positions."""

    def __init__(self, client: Blocking[ClearStreetCalls]) -> None:
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


class AsyncV1:
    """Version 1 of the API."""

    def __init__(self, client: OnAsyncio[ClearStreetCalls]) -> None:
        self.positions = AsyncPositionsResource(client)


class AsyncPositionsResource:
    """As ``PositionsResource``."""

    def __init__(self, client: OnAsyncio[ClearStreetCalls]) -> None:
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
