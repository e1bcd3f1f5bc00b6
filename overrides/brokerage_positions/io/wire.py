"""Effects over httpx: the only module of this package that sends."""

import asyncio
import time
from collections.abc import Callable
from typing import Any, Final

import httpx

from brokerage_positions.io.effects import Effect, Lost, Received, Send, Sleep
from brokerage_positions.io.settings import Settings
from brokerage_positions.io.shared import WRITING, Shared, is_late

_READS: Final = httpx.Limits(max_connections=64, max_keepalive_connections=16, keepalive_expiry=30)
#: Nothing is kept, so every request has a connection of its own.
_CLOSES: Final = httpx.Limits(max_connections=64, max_keepalive_connections=0)


class Wire(Shared):
    """Performs effects by blocking."""

    def __init__(
        self,
        settings: Settings,
        *,
        http_client: httpx.Client | None = None,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        super().__init__(settings, proves=http_client is None and transport is None)
        self._given = http_client
        self._transport = transport
        self._clients: dict[bool, httpx.Client] = {}
        self._sleep = sleep

    def perform(self, effect: Effect, /) -> Received | Lost | None:
        if isinstance(effect, Sleep):
            self._sleep(effect.seconds)
            return None
        return self._send(effect)

    def _http(self, close: bool) -> httpx.Client:
        self.check_process()
        if self._given is not None:
            return self._given
        if close not in self._clients:
            options = self.client_options(_CLOSES if close else _READS, self._transport)
            self._clients[close] = httpx.Client(**options)
        return self._clients[close]

    def _send(self, send: Send) -> Received | Lost:
        http = self._http(send.close)
        writing: list[bool] = []

        def trace(event: str, info: dict[str, Any]) -> None:
            if event.endswith(WRITING):
                writing.append(True)

        request = self.request(http, send, trace)
        body = bytearray()
        try:
            response = http.send(request, auth=self.authorization, follow_redirects=False, stream=True)
        except Exception as error:
            return self.lost(error, writing)
        try:
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > self.settings.max_bytes or is_late(send):
                    return self.received(response, body, complete=False)
        except Exception:  # the status is known: what is missing is the rest of the body
            return self.received(response, body, complete=False)
        finally:
            response.close()
        return self.received(response, body, complete=True)

    def close(self) -> None:
        """Close the connections; a client that was given is its owner's to close."""
        for client in self._clients.values():
            client.close()
        self._clients.clear()


class AsyncWire(Shared):
    """Performs effects on asyncio."""

    def __init__(
        self,
        settings: Settings,
        *,
        http_client: httpx.AsyncClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        super().__init__(settings, proves=http_client is None and transport is None)
        self._given = http_client
        self._transport = transport
        self._clients: dict[bool, httpx.AsyncClient] = {}

    async def perform(self, effect: Effect, /) -> Received | Lost | None:
        if isinstance(effect, Sleep):
            await asyncio.sleep(effect.seconds)
            return None
        return await self._send(effect)

    def _http(self, close: bool) -> httpx.AsyncClient:
        self.check_process()
        if self._given is not None:
            return self._given
        if close not in self._clients:
            options = self.client_options(_CLOSES if close else _READS, self._transport)
            self._clients[close] = httpx.AsyncClient(**options)
        return self._clients[close]

    async def _send(self, send: Send) -> Received | Lost:
        http = self._http(send.close)
        writing: list[bool] = []

        async def trace(event: str, info: dict[str, Any]) -> None:
            if event.endswith(WRITING):
                writing.append(True)

        request = self.request(http, send, trace)
        received: list[httpx.Response] = []
        body = bytearray()
        left = None if send.deadline is None else max(0.001, send.deadline - time.monotonic())
        try:
            async with asyncio.timeout(left):
                received.append(await http.send(request, auth=self.authorization, follow_redirects=False, stream=True))
                async for chunk in received[0].aiter_bytes():
                    body += chunk
                    if len(body) > self.settings.max_bytes:
                        return self.received(received[0], body, complete=False)
        except Exception as error:
            # With a status, what is missing is the rest of the body.
            return self.received(received[0], body, complete=False) if received else self.lost(error, writing)
        finally:
            for response in received:
                await response.aclose()
        return self.received(received[0], body, complete=True)

    async def aclose(self) -> None:
        """As ``Wire.close``."""
        for client in self._clients.values():
            await client.aclose()
        self._clients.clear()
