"""Credentials to plant, where they may come out, and servers that send them back."""

import base64
import pickle
import traceback
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from brokerage_positions import (
    OutcomeUnknown,
    PositionsError,
)

from ..broker import faults
from ..broker.faults import Fault
from ..broker.rewrites import Replace

KEY: Final = "canary/key+7f3a91"


SECRET: Final = "canary/secret+e80c44d2"


TOKEN: Final = base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()


PLANTED: Final = (KEY, SECRET, TOKEN, "canary", base64.b64encode(SECRET.encode()).decode())


KEYS: Final[dict[str, tuple[str, ...]]] = {"alpaca": (KEY, SECRET), "clear_street": (SECRET,)}


def saying(status: int, text: str) -> Fault:
    return faults.answer(
        status, body=f'{{"code": 1, "message": "{text}", "error": {{"code": 1, "message": "{text}"}}}}'
    )


def with_header(name: str, value: str, status: int = 500) -> Fault:
    plain = faults.answer(status)
    return evolve(plain, rewrites=(*plain.rewrites, Replace(headers=((name, value),))))


def planned(name: str) -> dict[str, Fault]:
    """What goes wrong, up to a server that sends back whatever the client of that broker has told it."""
    known = {"alpaca": (KEY, SECRET, f"Basic {TOKEN}"), "clear_street": (f"Bearer {SECRET}",)}
    echo = " ".join(known[name])
    spelled = "".join(f"\\u{ord(letter):04X}" for letter in echo)
    slashed = echo.replace("/", "\\/").replace("+", "\\u002B").replace("=", "\\u003d")
    return {
        "nothing": faults.NO_FAULT,
        **{str(status): faults.answer(status) for status in (400, 401, 403, 404, 409, 422, 429, 500)},
        "dropped": faults.act_then_drop(),
        "html": faults.html(),
        "half": faults.half_json(),
        "echo in a message": saying(403, echo),
        "echo in an open outcome": saying(500, echo),
        "echo spelled out": saying(422, spelled),
        "echo with slashes": saying(400, slashed),
        "echo in a body": faults.answer(200, body=f'[{{"symbol": "{echo}", "status": 200, "body": "{echo}"}}]'),
        "echo in half a body": faults.answer(200, body=f'{{"{echo}": "{echo}'),
        "echo as what it is not": faults.answer(200, body=f'"{echo}"'),
        "echo in a header": with_header("X-Request-ID", echo),
        "echo in a header that is none": with_header("X-Echo: \x00", f"\x01{echo}"),
        "echo in a redirect": with_header("Location", f"http://127.0.0.1/{SECRET}", 302),
    }


def everything(error: BaseException) -> Iterator[str | bytes]:
    """All text that an exception may leave in a log, a report or a queue."""
    yield from (str(error), repr(error), repr(vars(error)), repr(error.args))
    yield "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    if isinstance(error, PositionsError):
        exchange = error.exchange
        yield from (repr(exchange), repr(dict(exchange.headers)), exchange.content, pickle.dumps(error))
        yield from (str(pickle.loads(pickle.dumps(error))), repr(error.message), repr(getattr(error, "entries", "")))
        yield repr([getattr(entry, "raw", "") for entry in getattr(error, "entries", ())])
    if isinstance(error, OutcomeUnknown):
        yield repr(error.unanswered)
