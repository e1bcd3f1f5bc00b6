"""What goes wrong with a request.  A fault is a value; the functions below make the usual ones.

A request passes four stages, and a fault says what each does: it is read (or not), acted on (or not, or late), its
answer is rewritten, and the bytes are sent (or not, or badly).  Faults combine with ``attrs.evolve``.
Times are seconds; ``late`` is of the broker's clock, all others are of the wall.
"""

import json
from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias

from attrs import evolve, frozen

from .messages import Headers
from .rewrites import HalfBody, Mangle, Pad, RepeatToken, Replace, Rewrite

Reading: TypeAlias = Literal["whole", "head", "nothing"]
Acting: TypeAlias = Literal["now", "never", "late"]
Framing: TypeAlias = Literal["length", "chunked", "until_close"]
HTML: Final = b"<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>"


@frozen
class Wire:
    """How an answer's bytes are sent.  ``share`` of the body under 1: cut there, and the connection is closed,
    after ``hold`` seconds of silence.
    """

    silent: bool = False
    share: float = 1.0
    hold: float = 0.0
    reset: bool = False
    framing: Framing = "length"
    informational: tuple[int, ...] = ()
    piece: int = 0
    pause: float = 0.0
    closes_when_reused: bool = False


@frozen
class Fault:
    """``reads`` "head": closed with the body unread; "nothing": reset as it connects (judged once a connection).

    Of the orders that a close-all leads to, only the first ``most_orders`` are placed.
    """

    name: str
    reads: Reading = "whole"
    acts: Acting = "now"
    late: float = 0.0
    most_orders: int | None = None
    before: float = 0.0
    after: float = 0.0
    rewrites: tuple[Rewrite, ...] = ()
    wire: Wire = Wire()


NO_FAULT: Final = Fault("")


def reset_on_connect() -> Fault:
    """The connection is accepted and reset; nothing of a request is read.  Plan it without method or path."""
    return Fault("reset_on_connect", reads="nothing", acts="never", wire=Wire(silent=True, reset=True))


def drop_before_reading() -> Fault:
    """The head is looked at, to know whose rule applies; the rest is never read, and the connection is reset."""
    return Fault("drop_before_reading", reads="head", acts="never", wire=Wire(silent=True, reset=True))


def drop_before_acting(reset: bool = True) -> Fault:
    return Fault("drop_before_acting", acts="never", wire=Wire(silent=True, reset=reset))


def act_then_drop(reset: bool = True) -> Fault:
    return Fault("act_then_drop", wire=Wire(silent=True, reset=reset))


def act_then_cut(share: float = 0.5, framing: Framing = "length") -> Fault:
    """The head and a share of the body, then the end.  "until_close" leaves no sign that something is missing."""
    return Fault("act_then_cut", wire=Wire(share=share, framing=framing))


def hang(seconds: float, share: float = 0.5) -> Fault:
    """The head and a share of the body, then silence, then the end."""
    return Fault("hang", wire=Wire(share=share, hold=seconds))


def refuse(status: int = 403, code: int = 40310000, message: str = "refused, as planned") -> Fault:
    """Not acted on, and said so in words."""
    text = json.dumps({"code": code, "message": message})
    return Fault("refuse", acts="never", rewrites=(Replace(status, text.encode()),))


def answer(status: int, acts: bool = True, body: str | None = None) -> Fault:
    """Another status, with its own error body; ``acts``: after the order was placed."""
    text = json.dumps({"code": status * 100000, "message": "made up"}) if body is None else body
    return Fault(f"answer_{status}", acts="now" if acts else "never", rewrites=(Replace(status, text.encode()),))


def act_late(seconds: float, status: int = 504) -> Fault:
    """Answered at once with ``status``; acted on when the broker's clock is so many seconds further."""
    return evolve(answer(status), name="act_late", acts="late", late=seconds)


def act_in_part(orders: int, status: int = 500) -> Fault:
    """A close-all that fails half-way: some orders are placed, and the answer names none of them."""
    return evolve(answer(status), name="act_in_part", most_orders=orders)


def delay(before: float = 0.0, after: float = 0.0) -> Fault:
    """Wait before acting, or before answering.  A client that has gone by then changes nothing."""
    return Fault("delay", before=before, after=after)


def trickle(piece: int = 1, pause: float = 0.01) -> Fault:
    """The answer a few bytes at a time."""
    return Fault("trickle", wire=Wire(piece=piece, pause=pause))


def rate_limited(retry_after: str | None = None, reset_at: int | None = None, acts: bool = False) -> Fault:
    """429; ``retry_after`` is seconds or an HTTP date, ``reset_at`` is seconds since 1970."""
    limits = (("Retry-After", retry_after), ("X-RateLimit-Reset", None if reset_at is None else str(reset_at)))
    headers: Headers = tuple((name, value) for name, value in limits if value is not None)
    plain = answer(429, acts)
    return evolve(plain, name="rate_limited", rewrites=(*plain.rewrites, Replace(headers=headers)))


def html(status: int | None = None) -> Fault:
    return Fault("html", rewrites=(Replace(status, HTML, "text/html; charset=utf-8"),))


def empty(status: int | None = None) -> Fault:
    return Fault("empty", rewrites=(Replace(status, b""),))


def half_json() -> Fault:
    return Fault("half_json", rewrites=(HalfBody(),))


def wrong_types(fields: frozenset[str] = frozenset(), entry: int | None = None) -> Fault:
    return Fault("wrong_types", rewrites=(Mangle("wrong_type", fields, entry),))


def unknown_words(fields: frozenset[str] = frozenset(), entry: int | None = None) -> Fault:
    return Fault("unknown_words", rewrites=(Mangle("unknown_word", fields, entry),))


def missing(fields: frozenset[str], entry: int | None = None) -> Fault:
    return Fault("missing", rewrites=(Mangle("missing", fields, entry),))


def nulls(fields: frozenset[str] = frozenset(), entry: int | None = None) -> Fault:
    return Fault("nulls", rewrites=(Mangle("null", fields, entry),))


def repeated_token() -> Fault:
    return Fault("repeated_token", rewrites=(RepeatToken(),))


def redirect(location: str, status: int = 307, acts: bool = False) -> Fault:
    place = Replace(status, b"", headers=(("Location", location),))
    return Fault("redirect", acts="now" if acts else "never", rewrites=(place,))


def informational(*statuses: int) -> Fault:
    """1xx answers before the real one; by default 100, 102 and 103."""
    return Fault("informational", wire=Wire(informational=statuses or (100, 102, 103)))


def close_when_reused() -> Fault:
    """Answered well and kept alive; the next request on the same connection is reset, and not acted on."""
    return Fault("close_when_reused", wire=Wire(closes_when_reused=True))


#: What that next request meets.
REUSED: Final = Fault("reused", reads="head", acts="never", wire=Wire(silent=True, reset=True))


def huge(size: int = 64 * 1024 * 1024, packed: bool = False) -> Fault:
    return Fault("huge", rewrites=(Pad(size, packed),))


def deep(levels: int = 100_000) -> Fault:
    return Fault("deep", rewrites=(Replace(body=b"[" * levels + b"]" * levels),))


#: By name, for plans that are written in a file.
FAULTS: Final[Mapping[str, Callable[..., Fault]]] = {
    make.__name__: make
    for make in (
        *(reset_on_connect, drop_before_reading, drop_before_acting, act_then_drop, act_then_cut, hang, refuse),
        *(answer, act_late, act_in_part, delay, trickle, rate_limited, html, empty, half_json, wrong_types),
        *(unknown_words, missing, nulls, repeated_token, redirect, informational, close_when_reused, huge, deep),
    )
}
