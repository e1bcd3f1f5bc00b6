"""Bytes on sockets: reads requests, asks the desk, and sends the answer as well or as badly as the fault says."""

import asyncio
import itertools
from typing import Final

import h11
from attrs import evolve

from . import control, wire
from .desk import Desk
from .faults import REUSED, Fault
from .log import Ticket
from .messages import Answer, Request
from .transport import as_request, is_bodiless, next_event, read_body, reset, send, wants_to_close

HOST: Final = "127.0.0.1"


class Server:
    """Runs on one event loop; ``errors`` are the server's own, never the faults it was asked for."""

    def __init__(self, desk: Desk, *, web: bool = False) -> None:
        self.errors: list[Exception] = []
        #: Ports of connections that only wait until the server has come to them: neither planned for nor logged.
        self.probes: set[int] = set()
        self._desk = desk
        self._web = web
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
                if request.path.startswith(control.PREFIX):
                    request = evolve(request, body=await read_body(protocol, reader, writer))
                    await control.serve(self._desk, request, writer, page=self._web)
                    return
                fault = REUSED if doomed else self._desk.fault_for(request)
                if fault.reads == "whole":
                    request = evolve(request, body=await read_body(protocol, reader, writer))
            except h11.RemoteProtocolError:
                self._desk.malformed(connection)
                writer.write(wire.head(Answer(400), "length", closes=True, bodiless=False))
                return
            carried = bytes(protocol.trailing_data[0])
            doomed = fault.wire.closes_when_reused
            ticket = self._desk.receive(request, connection, fault.name)
            stays = await self._serve(ticket, request, fault, writer, closes=wants_to_close(event))
            if not stays:
                return

    async def _serve(
        self, ticket: Ticket, request: Request, fault: Fault, writer: asyncio.StreamWriter, *, closes: bool
    ) -> bool:
        """Act and answer; whether the connection stays open."""
        try:
            if fault.before:
                await asyncio.sleep(fault.before)
            answer = self._desk.act(ticket, request, fault)
            if fault.after:
                await asyncio.sleep(fault.after)
            cut = fault.wire.share < 1
            for status in fault.wire.informational:
                writer.write(wire.informational(status))
            if fault.wire.silent:
                await writer.drain()
            else:
                self._desk.answered(ticket, answer.status)
                await send(answer, fault, writer, closes=closes, bodiless=is_bodiless(request, answer))
        finally:
            self._desk.finish()
        if fault.wire.reset:
            reset(writer)
        over = closes or cut or fault.wire.silent or fault.wire.framing == "until_close"
        return not over
