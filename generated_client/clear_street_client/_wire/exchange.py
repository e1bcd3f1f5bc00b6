# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""One request carried to the server, one answer brought back whole, over httpx; the only module that sends."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import httpx

from ..client import Client
from ..errors import DecodeError
from ..types import Request

#: Status, headers and body.
Received: TypeAlias = tuple[int, Mapping[str, str], bytes]
#: After the status came, these mean that the rest of the answer did not, or cannot be unpacked.
_BROKEN_OFF = (httpx.TransportError, httpx.DecodingError)


def send(client: Client, request: Request) -> Received:
    """Send once, and read the whole answer."""
    http = client.get_httpx_client()
    response = http.send(_tied(http, request), stream=True)
    body = bytearray()
    try:
        for chunk in response.iter_bytes():
            body += chunk
    except _BROKEN_OFF as error:
        raise _broken_off(response, body) from error
    finally:
        response.close()
    return response.status_code, response.headers, bytes(body)


async def send_async(client: Client, request: Request) -> Received:
    """Send once, and read the whole answer."""
    http = client.get_async_httpx_client()
    response = await http.send(_tied(http, request), stream=True)
    body = bytearray()
    try:
        async for chunk in response.aiter_bytes():
            body += chunk
    except _BROKEN_OFF as error:
        raise _broken_off(response, body) from error
    finally:
        await response.aclose()
    return response.status_code, response.headers, bytes(body)


def _tied(http: httpx.Client | httpx.AsyncClient, request: Request) -> httpx.Request:
    settings: dict[str, Any] = {"headers": dict(request.headers)}
    if request.cookies:
        pairs = "; ".join(f"{name}={value}" for name, value in request.cookies.items())
        settings["headers"]["Cookie"] = pairs
    settings.update({name: found for name in ("content", "data", "files") if (found := getattr(request, name))})
    tied = http.build_request(request.method, request.target, **settings)
    path = request.target.partition("?")[0]
    if not tied.url.raw_path.partition(b"?")[0].endswith(path.encode("ascii")):
        raise ValueError(f"{request.method} {path} would be sent to another path")
    return tied


def _broken_off(response: httpx.Response, body: bytearray) -> DecodeError:
    return DecodeError("the answer broke off", response.status_code, response.headers, bytes(body))
