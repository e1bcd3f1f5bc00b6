"""Reading requests from a connection with h11, and writing answers to it by hand."""

import asyncio
import contextlib
import socket
import struct
from typing import Final, TypeAlias

import h11

from . import wire
from .faults import Fault
from .messages import Answer, Request

_CHUNK: Final = 1 << 16
_NO_LINGER: Final = struct.pack("ii", 1, 0)
Event: TypeAlias = h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]


async def send(answer: Answer, fault: Fault, writer: asyncio.StreamWriter, *, closes: bool, bodiless: bool) -> None:
    how = fault.wire
    head = wire.head(answer, how.framing, closes=closes, bodiless=bodiless)
    body = b"" if bodiless else wire.body(answer, how.framing)
    content = head + body[: int(len(body) * how.share)]
    for start in range(0, len(content), how.piece or len(content)):
        writer.write(content[start : start + (how.piece or len(content))])
        await writer.drain()
        if how.pause:
            await asyncio.sleep(how.pause)
    await asyncio.sleep(how.hold)


def is_bodiless(request: Request, answer: Answer) -> bool:
    return request.method == "HEAD" or answer.status < 200 or answer.status in (204, 304)


async def next_event(protocol: h11.Connection, reader: asyncio.StreamReader) -> Event:
    while True:
        event = protocol.next_event()
        if event is not h11.NEED_DATA:
            return event
        protocol.receive_data(await reader.read(_CHUNK))


async def read_body(protocol: h11.Connection, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    """The rest of the request; a client that waits to be told to go on is told so."""
    if protocol.they_are_waiting_for_100_continue:
        writer.write(wire.informational(100))
    found = bytearray()
    while isinstance(event := await next_event(protocol, reader), h11.Data):
        found += event.data
    if not isinstance(event, h11.EndOfMessage):
        raise ConnectionResetError("the client went before its request was whole")
    return bytes(found)


def as_request(event: h11.Request) -> Request:
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in event.headers)
    return Request(event.method.decode("ascii"), event.target.decode("latin-1"), headers)


def wants_to_close(event: h11.Request) -> bool:
    asked = dict(event.headers).get(b"connection", b"").lower()
    return event.http_version != b"1.1" or b"close" in asked


def reset(writer: asyncio.StreamWriter) -> None:
    """End the connection with RST instead of FIN."""
    connection: socket.socket = writer.get_extra_info("socket")
    with contextlib.suppress(OSError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
    writer.transport.abort()
