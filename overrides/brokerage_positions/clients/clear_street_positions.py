"""``client.v1.positions`` of the Clear Street clients."""

from typing import Any, Unpack

from brokerage_positions.asking import Options
from brokerage_positions.clients.clear_street_calls import AccountId, ClearStreetCalls, Filters, account, filters
from brokerage_positions.clients.pages import AsyncPositions, Page, Positions
from brokerage_positions.closing.report import CloseReport
from brokerage_positions.io import AsyncWire, Wire, adrive, drive
from clear_street_client.models import PositionClosePositionsResponse


class V1:
    """Version 1 of the API."""

    def __init__(self, calls: ClearStreetCalls, wire: Wire) -> None:
        self.positions = PositionsResource(calls, wire)


class PositionsResource:
    """Reading and closing positions."""

    def __init__(self, calls: ClearStreetCalls, wire: Wire) -> None:
        self._calls = calls
        self._wire = wire

    def get_positions(
        self, account_id: AccountId, *, options: Options | None = None, **which: Unpack[Filters]
    ) -> Positions:
        """The positions of all pages, asked for as they are needed."""
        calls, wire, number = self._calls, self._wire, account(account_id)

        def ask(asked: dict[str, Any]) -> Page:
            return drive(calls.page(number, calls.core.context(options), asked), wire)

        return Positions(ask, filters(which))

    def close_positions(
        self, account_id: AccountId, *, cancel_orders: bool | None = None, options: Options | None = None
    ) -> CloseReport:
        """Close every position of the account; the report has an entry for each order."""
        return drive(self._calls.close_all(account_id, cancel_orders, options), self._wire)

    def close_position(
        self,
        instrument_id: str,
        *,
        account_id: AccountId,
        cancel_orders: bool | None = None,
        options: Options | None = None,
    ) -> PositionClosePositionsResponse:
        """Close the whole position in an instrument (its id, ticker or OSI option symbol)."""
        return drive(self._calls.close(account_id, instrument_id, cancel_orders, options), self._wire)


class AsyncV1:
    """Version 1 of the API."""

    def __init__(self, calls: ClearStreetCalls, wire: AsyncWire) -> None:
        self.positions = AsyncPositionsResource(calls, wire)


class AsyncPositionsResource:
    """As ``PositionsResource``."""

    def __init__(self, calls: ClearStreetCalls, wire: AsyncWire) -> None:
        self._calls = calls
        self._wire = wire

    def get_positions(
        self, account_id: AccountId, *, options: Options | None = None, **which: Unpack[Filters]
    ) -> AsyncPositions:
        """As of ``PositionsResource``; for ``async for``."""
        calls, wire, number = self._calls, self._wire, account(account_id)

        async def ask(asked: dict[str, Any]) -> Page:
            return await adrive(calls.page(number, calls.core.context(options), asked), wire)

        return AsyncPositions(ask, filters(which))

    async def close_positions(
        self, account_id: AccountId, *, cancel_orders: bool | None = None, options: Options | None = None
    ) -> CloseReport:
        """As of ``PositionsResource``."""
        return await adrive(self._calls.close_all(account_id, cancel_orders, options), self._wire)

    async def close_position(
        self,
        instrument_id: str,
        *,
        account_id: AccountId,
        cancel_orders: bool | None = None,
        options: Options | None = None,
    ) -> PositionClosePositionsResponse:
        """As of ``PositionsResource``."""
        return await adrive(self._calls.close(account_id, instrument_id, cancel_orders, options), self._wire)
