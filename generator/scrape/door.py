"""The way out: a host's addresses are looked up once, judged, and then connected to by number.

An address in a page is somebody else's text; it must not make this machine ask its own network.  Judging a name and
connecting to the name would look it up twice, and the second answer may be another one: so the connection goes to the
number that was judged, while ``Host`` and the certificate stay those of the name.
"""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

import httpx

from generator.scrape.refusal import Refused

#: The numbers of a host, best first.
Resolve = Callable[[str, int], list[str]]

_UNICAST: Final = IPv6Network("2000::/3")
#: IPv4 behind a translating IPv6-only network: what counts is the IPv4 address inside.
_TRANSLATED: Final = IPv6Network("64:ff9b::/96")


def is_public(number: str) -> bool:
    """Whether an IP address is one of the open internet, also where it wraps another."""
    address = ip_address(number)
    if isinstance(address, IPv6Address):
        if address in _TRANSLATED:
            address = IPv4Address(int(address) & 0xFFFFFFFF)
        elif address.ipv4_mapped is not None:
            address = address.ipv4_mapped
        elif address not in _UNICAST or address.sixtofour is not None or address.teredo is not None:
            return False
    return address.is_global and not address.is_multicast


def look_up(host: str, port: int) -> list[str]:
    """The system's answer, without repetitions."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Door(httpx.BaseTransport):
    """Sends requests, to public addresses only unless told otherwise."""

    def __init__(self, *, allow_private: bool = False, resolve: Resolve = look_up) -> None:
        # No connection is kept: the pool knows connections by number, and two hosts may share one, each with a
        # certificate of its own.  From the environment a transport takes SSL_CERT_FILE, and nothing else.
        self._inner = httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))
        self._allow_private = allow_private
        self._resolve = resolve

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        failed: httpx.TransportError = httpx.ConnectError("the host has no address", request=request)
        for number in self._numbers(request):
            url = request.url.copy_with(host=number)
            extensions = {**request.extensions, "sni_hostname": request.url.raw_host.decode("ascii")}
            pinned = httpx.Request(request.method, url, headers=request.headers, extensions=extensions)
            try:
                return self._inner.handle_request(pinned)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failed = error
        raise failed

    def _numbers(self, request: httpx.Request) -> list[str]:
        url = request.url
        try:
            numbers = self._resolve(url.host, url.port or (443 if url.scheme == "https" else 80))
        except (OSError, UnicodeError) as error:
            raise httpx.ConnectError(f"the host's name cannot be looked up ({error})", request=request) from error
        inside = [number for number in numbers if not is_public(number)]
        if inside and not self._allow_private:
            raise Refused(
                "address-private",
                str(url),
                f"{url.host} is {inside[0]}, which is not an address of the open internet",
                "correct the address (--allow-private is for tests)",
            )
        return numbers

    def close(self) -> None:
        self._inner.close()
