"""Answers of the sandbox's own, written to the connection they were asked on."""

import asyncio
import json
import time
from typing import Final

from .. import web, wire
from ..desk import Desk
from ..faults import NO_FAULT
from ..messages import Answer, Request
from ..transport import is_bodiless, send
from .endpoints import answer
from .guard import stranger

#: How often the page may change, in seconds.
EVERY: Final = 0.2


async def serve(desk: Desk, request: Request, writer: asyncio.StreamWriter, *, page: bool) -> None:
    """Each on a connection of its own, which is closed after it: they are seldom asked for."""
    if page and request.method == "GET" and request.path == web.EVENTS and stranger(request) is None:
        await tell(desk, writer)
    found = answer(desk, request, page=page)
    await send(found, NO_FAULT, writer, closes=True, bodiless=is_bodiless(request, found))


async def tell(desk: Desk, writer: asyncio.StreamWriter) -> None:
    """Server-sent events: the part of the page that changes, whenever it has, until the reader goes."""
    writer.write(wire.head(Answer(200, b" ", "text/event-stream"), "until_close", closes=True, bodiless=False))
    told = None
    while True:
        # Prices move and orders fill without a request: once a second the page is looked at anyway.
        seen = (desk.version, int(time.monotonic()))
        if seen != told:
            writer.write(f"data: {json.dumps(web.now(desk))}\n\n".encode())
            await writer.drain()
            told = seen
        await asyncio.sleep(EVERY)
