"""Where a broker is, how it is reached, and as whom."""

import ipaddress
import re
import ssl
from collections.abc import Generator, Mapping
from typing import Final

import httpx
from attrs import field, frozen

#: Seconds for each step of a request (connect, write, each read), and for an operation with all its retries.
TIMEOUT: Final = 30.0
DEADLINE: Final = 120.0
#: The longest answer read; an account's 10,000 positions are under 10 MB.
MAX_BYTES: Final = 64 * 1024 * 1024


#: Shorter text is no credential that could be told from other text.
_SHORTEST: Final = 8
#: What decides where a request goes and where it ends is not the caller's to set.
_OURS: Final = frozenset(
    "authorization connection content-length expect host keep-alive te trailer transfer-encoding upgrade".split()
)
_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


class Secret:
    """A credential that shows itself to nobody but the wire: not in ``repr``, ``str``, ``vars``, or a pickle.

    ``parts`` are what it is made of; whoever sends one of them back has it hidden by ``hide``.
    """

    __slots__ = ("_hide", "_reveal")

    def __init__(self, value: str, *parts: str) -> None:
        spelled = [_spellings(part) for part in parts if len(part) >= _SHORTEST]

        def reveal() -> str:
            return value

        def hide(text: bytes) -> bytes:
            for part in spelled:
                text = part.sub(b"***", text)
            return text

        self._reveal = reveal
        self._hide = hide

    def reveal(self) -> str:
        return self._reveal()

    def hide(self, text: bytes) -> bytes:
        """The text without the credential, however JSON may spell it."""
        return self._hide(text)

    def __repr__(self) -> str:
        return "Secret(...)"

    def __reduce__(self) -> str:
        raise TypeError("a credential cannot be pickled or copied: make a new client")


def _spellings(part: str) -> re.Pattern[bytes]:
    ways = (rf"(?:\\?{re.escape(letter)}|\\u(?i:{ord(letter):04x}))" for letter in part)
    return re.compile("".join(ways).encode())


def own_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The caller's headers, copied; ``ValueError`` for those that would make the request another one."""
    for name, value in headers.items():
        if not _is_name(name):
            raise ValueError(f"a header cannot be called {name!r}, or is not the caller's to set. Nothing was sent")
        if not _is_value(value):
            raise ValueError(f"header {name} is not printable ASCII text. Nothing was sent")
    return dict(headers)


def _is_name(name: object) -> bool:
    return isinstance(name, str) and _NAME.fullmatch(name) is not None and name.lower() not in _OURS


def _is_value(value: object) -> bool:
    return isinstance(value, str) and value.isascii() and value.isprintable() and value == value.strip()


class Authorization(httpx.Auth):
    """Puts the credential on each request as it is sent, so that nothing else ever holds it."""

    def __init__(self, header: Secret) -> None:
        self._header = header

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = self._header.reveal()
        yield request


@frozen
class Settings:
    """The settings of one client.

    ``http_client`` and ``transport`` are the user's own: then nothing proves that a request was not sent.
    """

    base_url: str
    authorization: Secret
    timeout: float | None = TIMEOUT
    deadline: float | None = DEADLINE
    headers: Mapping[str, str] = field(factory=dict[str, str], converter=own_headers, repr=False)
    proxy: str | httpx.URL | httpx.Proxy | None = field(default=None, repr=False)
    verify: ssl.SSLContext | bool = field(default=True, repr=False)
    allow_http: bool = False
    max_bytes: int = MAX_BYTES

    def __attrs_post_init__(self) -> None:
        try:
            url = httpx.URL(self.base_url)
        except httpx.InvalidURL:  # whose message would quote the address, and a password in it
            raise ValueError("base_url is not a web address") from None
        if url.userinfo or "?" in self.base_url or "#" in self.base_url:
            raise ValueError("base_url must hold no credentials, query or fragment")
        if url.scheme not in ("http", "https") or not url.host:
            raise ValueError("base_url must begin with https:// and name a host")
        if url.scheme == "http" and not (self.allow_http or _is_loopback(url.host)):
            raise ValueError("base_url is not encrypted: use https://, or allow_http=True if that is really meant")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
