"""What the blocking and the asyncio wire share: the request as it is sent, and what a failure proves."""

import os
import time
from typing import Any, Final

import httpx

from brokerage_positions.errors import UsedAfterFork
from brokerage_positions.io.effects import Lost, Received, Send
from brokerage_positions.io.settings import Authorization, Settings

#: httpcore reports this before the first byte of a request is written.  Without it, nothing of the request was sent.
WRITING: Final = "send_request_headers.started"


class Shared:
    """What both wires share: which client sends what, and what a failure proves."""

    def __init__(self, settings: Settings, proves: bool) -> None:
        self.settings = settings
        self.proves = proves
        self._process = os.getpid()
        self.authorization = Authorization(settings.authorization)

    def check_process(self) -> None:
        if os.getpid() != self._process:
            raise UsedAfterFork("the client was made in another process")

    def client_options(self, limits: httpx.Limits, transport: Any) -> dict[str, Any]:
        settings = self.settings
        options: dict[str, Any] = {
            "headers": {"User-Agent": "brokerage-positions"},
            "timeout": settings.timeout,
            "follow_redirects": False,
            "trust_env": settings.proxy is None,
        }
        if transport is not None:
            return {**options, "transport": transport}
        return {**options, "proxy": settings.proxy, "verify": settings.verify, "limits": limits, "http2": False}

    def request(self, http: httpx.Client | httpx.AsyncClient, send: Send, trace: Any) -> httpx.Request:
        headers = {"Accept": "application/json", **self.settings.headers, **send.headers}
        if send.close:
            headers["Connection"] = "close"
        request = http.build_request(
            send.method,
            self.settings.base_url.rstrip("/") + send.target,
            headers=headers,
            content=send.content,
            timeout=step(send),
            extensions={"trace": trace} if self.proves else None,
        )
        path = send.target.partition("?")[0]
        if not request.url.raw_path.partition(b"?")[0].endswith(path.encode("ascii")):
            raise ValueError("the request would go to another path than the one that was asked for")
        return request

    def lost(self, error: Exception, writing: list[bool]) -> Lost:
        # An HTTP library quotes what it cannot read, and that may be the credential, sent back.
        words = self._hidden(str(error)) or "out of time"
        timeout = isinstance(error, httpx.TimeoutException | TimeoutError)
        return Lost(f"{type(error).__name__}: {words}"[:300], unsent=self.proves and not writing, timeout=timeout)

    def received(self, response: httpx.Response, body: bytearray, complete: bool) -> Received:
        headers = {name.lower(): self._hidden(value) for name, value in response.headers.items()}
        content = self.settings.authorization.hide(bytes(body[: self.settings.max_bytes]))
        return Received(response.status_code, headers, content, complete)

    def _hidden(self, text: str) -> str:
        return self.settings.authorization.hide(text.encode("utf-8", "replace")).decode("utf-8", "replace")


def step(send: Send) -> float | None:
    """The seconds for one step: never past the deadline."""
    if send.deadline is None:
        return send.timeout
    left = max(0.001, send.deadline - time.monotonic())
    return left if send.timeout is None else min(left, send.timeout)


def is_late(send: Send) -> bool:
    return send.deadline is not None and time.monotonic() > send.deadline
