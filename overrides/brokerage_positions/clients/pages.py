"""Positions over all pages, one request a page, asked for as they are needed."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

from brokerage_positions.brokers.clear_street import next_filters
from clear_street_client.models import Position, PositionGetPositionsResponse

Page = PositionGetPositionsResponse


class Positions:
    """Iterates over the positions of all pages; ``pages()`` over the pages, ``first()`` is one page alone.

    Every iteration asks anew.  A page token that repeats is ``AnswerUnreadable``, not an endless loop.
    """

    def __init__(self, ask: Callable[[dict[str, Any]], Page], filters: dict[str, Any]) -> None:
        self._ask = ask
        self._filters = filters

    def __iter__(self) -> Iterator[Position]:
        for page in self.pages():
            yield from page.data

    def pages(self) -> Iterator[Page]:
        seen: set[str] = set()
        asked: dict[str, Any] | None = self._filters
        while asked is not None:
            page = self._ask(asked)
            yield page
            asked = next_filters(page, self._filters, seen)

    def first(self) -> Page:
        return self._ask(self._filters)


class AsyncPositions:
    """As ``Positions``, with ``async for``; ``first()`` is awaited."""

    def __init__(self, ask: Callable[[dict[str, Any]], Awaitable[Page]], filters: dict[str, Any]) -> None:
        self._ask = ask
        self._filters = filters

    async def __aiter__(self) -> AsyncIterator[Position]:
        async for page in self.pages():
            for position in page.data:
                yield position

    async def pages(self) -> AsyncIterator[Page]:
        seen: set[str] = set()
        asked: dict[str, Any] | None = self._filters
        while asked is not None:
            page = await self._ask(asked)
            yield page
            asked = next_filters(page, self._filters, seen)

    async def first(self) -> Page:
        return await self._ask(self._filters)
