"""Bytes on sockets: reads requests, asks the desk, and sends the answer as well or as badly as the fault says."""

import asyncio
import contextlib
import itertools
import socket
import struct
from typing import Final, TypeAlias

import h11
from attrs import evolve

from . import wire
from .desk import Desk
from .faults import REUSED, Fault
from .messages import Answer, Request

HOST: Final = "127.0.0.1"
_CHUNK: Final = 1 << 16
_NO_LINGER: Final = struct.pack("ii", 1, 0)
Event: TypeAlias = h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]


class Server:
    """Runs on one event loop; ``errors`` are the server's own, never the faults it was asked for."""

    def __init__(self, desk: Desk) -> None:
        self.errors: list[Exception] = []
        #: Ports of connections that only wait until the server has come to them: neither planned for nor logged.
        self.probes: set[int] = set()
        self._desk = desk
        self._listener: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._connections = itertools.count()

    async def listen(self, port: int) -> int:
        """Listen on loopback; 0 is any free port.  The port."""
        self._listener = await asyncio.start_server(self._welcome, HOST, port, backlog=1024)
        found: int = self._listener.sockets[0].getsockname()[1]
        return found

    async def deafen(self) -> None:
        """Stop listening: from now on a connection is refused.  Open ones live on."""
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    async def stop(self) -> None:
        await self.deafen()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._converse(reader, writer)
        except (ConnectionError, TimeoutError):
            pass  # The client has gone, which it may at any time; what was done is in the log.
        except asyncio.CancelledError:
            pass  # The server stops.
        except Exception as error:
            self.errors.append(error)
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if writer.get_extra_info("peername")[1] in self.probes:
            await reader.read()
            return
        connection = next(self._connections)
        if self._desk.refused_connection(connection).name:
            reset(writer)
            return
        carried, doomed = b"", False
        while True:
            protocol = h11.Connection(h11.SERVER)
            if carried:
                protocol.receive_data(carried)
            try:
                event = await next_event(protocol, reader)
                if not isinstance(event, h11.Request):
                    return
                request = as_request(event)
                fault = REUSED if doomed else self._desk.fault_for(request)
                if fault.reads == "whole":
                    request = evolve(request, body=await read_body(protocol, reader, writer))
            except h11.RemoteProtocolError:
                self._desk.malformed(connection)
                writer.write(wire.head(Answer(400), "length", closes=True, bodiless=False))
                return
            carried = bytes(protocol.trailing_data[0])
            doomed = fault.wire.closes_when_reused
            number = self._desk.receive(request, connection, fault.name)
            stays = await self._serve(number, request, fault, writer, closes=wants_to_close(event))
            if not stays:
                return

    async def _serve(
        self, number: int, request: Request, fault: Fault, writer: asyncio.StreamWriter, *, closes: bool
    ) -> bool:
        """Act and answer; whether the connection stays open."""
        try:
            if fault.before:
                await asyncio.sleep(fault.before)
            answer = self._desk.act(number, request, fault)
            if fault.after:
                await asyncio.sleep(fault.after)
            cut = fault.wire.share < 1
            for status in fault.wire.informational:
                writer.write(wire.informational(status))
            if fault.wire.silent:
                await writer.drain()
            else:
                self._desk.answered(number, answer.status)
                await send(answer, fault, writer, closes=closes, bodiless=is_bodiless(request, answer))
        finally:
            self._desk.finish()
        if fault.wire.reset:
            reset(writer)
        over = closes or cut or fault.wire.silent or fault.wire.framing == "until_close"
        return not over


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
