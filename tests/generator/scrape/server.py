"""A real HTTP server on loopback that answers as it is told, and remembers what it was asked."""

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

from attrs import define, field, frozen


@frozen
class Reply:
    """One answer; ``cut`` announces more bytes than it sends."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(factory=dict)
    type: str | None = "text/markdown; charset=utf-8"
    cut: bool = False


@frozen
class Request:
    path: str
    headers: Mapping[str, str]


#: What stands at a path: an answer, one that depends on the request, or several in turn (the last one stays).
There: TypeAlias = Reply | Callable[[Request], Reply] | list[Reply]


@define
class Site:
    """What the server says where; anything else is a 404 that says so."""

    port: int = 0
    pages: dict[str, There] = field(factory=dict)
    seen: list[Request] = field(factory=list, repr=False)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, without robots.txt."""
        return [request.path for request in self.seen if request.path != "/robots.txt"]

    def answer(self, request: Request) -> Reply:
        self.seen.append(request)
        there = self.pages.get(request.path)
        if isinstance(there, list):
            return there.pop(0) if len(there) > 1 else there[0]
        if there is None:
            return Reply(b"# Not here\n", 404)
        return there if isinstance(there, Reply) else there(request)


@contextmanager
def serve(secure: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site that is up inside the ``with``, over TLS if it is given a context."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reply = site.answer(Request(self.path, {k.lower(): v for k, v in self.headers.items()}))
            self.send_response(reply.status)
            if reply.type is not None:
                self.send_header("Content-Type", reply.type)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body) + (1000 if reply.cut else 0)))
            self.end_headers()
            if reply.status != 304:
                self.wfile.write(reply.body)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: what was asked is in ``site.seen``."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if secure is not None:
        server.socket = secure.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def redirect(to: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": to})


def conditional(body: bytes, etag: str, moment: str | None = None) -> Callable[[Request], Reply]:
    """A page that is sent only to those who do not have it."""
    headers = {"ETag": etag} | ({"Last-Modified": moment} if moment else {})

    def answer(request: Request) -> Reply:
        if request.headers.get("if-none-match") == etag:
            return Reply(status=304, headers=headers)
        return Reply(body, headers=headers)

    return answer
