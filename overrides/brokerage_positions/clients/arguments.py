"""Keyword arguments that the clients share."""

import os
import ssl
from collections.abc import Callable, Mapping
from typing import TypedDict

import httpx

from brokerage_positions.asking import Options
from brokerage_positions.errors import Exchange
from brokerage_positions.journal import Journal


class Connection(TypedDict, total=False):
    """How a client reaches its broker; every part may be left out.

    ``options`` are the defaults of every call.  ``journal`` is a path, or a ``Journal`` that clients share; without one
    an in-memory journal guards the process.  ``on_exchange`` hears of every request with its answer and seconds.
    ``headers`` go with every request, ``proxy``, ``verify`` (a TLS context) and ``allow_http`` are for the connection,
    ``max_bytes`` bounds an answer.  ``base_url`` replaces the broker's address.
    """

    base_url: str | None
    options: Options
    journal: str | os.PathLike[str] | Journal | None
    on_exchange: Callable[[Exchange, float], None] | None
    headers: Mapping[str, str]
    proxy: str | httpx.URL | httpx.Proxy | None
    verify: ssl.SSLContext | bool
    allow_http: bool
    max_bytes: int


class PlanOptions(TypedDict, total=False):
    """``use_close_all``: one request that closes all, also what was opened since.  ``cancel_orders``: as of a close."""

    use_close_all: bool
    cancel_orders: bool | None
