"""A server on the loopback that keeps each request exactly as it came and answers with prepared bytes."""

import socket
import threading
from types import TracebackType
from typing import Self


class Loopback:
    """``answer`` is what every request gets, byte for byte; then the connection is closed."""

    def __init__(self) -> None:
        self.answer = b"HTTP/1.1 204 No Content\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        self.requests: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    @property
    def targets(self) -> list[str]:
        """The request targets as they were on the wire."""
        return [request.split(b" ", 2)[1].decode("ascii") for request in self.requests]

    def answers(
        self, status: str, body: bytes, content_type: str = "application/json", length: int | None = None
    ) -> None:
        """Answer with this; ``length`` promises more or less than is sent."""
        head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nX-Id: 7\r\nConnection: close\r\n"
        self.answer = f"{head}Content-Length: {len(body) if length is None else length}\r\n\r\n".encode() + body

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self.requests.append(_request(connection))
                connection.sendall(self.answer)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()


def _request(connection: socket.socket) -> bytes:
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(65536)
    head, _, body = received.partition(b"\r\n\r\n")
    lengths = [line.split(b":")[1] for line in head.splitlines() if line.lower().startswith(b"content-length:")]
    while lengths and len(body) < int(lengths[0]):
        body += connection.recv(65536)
    return head + b"\r\n\r\n" + body
