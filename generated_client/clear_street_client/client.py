# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""Where the API is, how to reach it, and as whom."""

import base64
import ssl
from typing import Any, Final, Self

import httpx
from attrs import define, evolve, field

#: No request waits for ever: 5 seconds to connect, 30 for each read, write, or free connection.
DEFAULT_TIMEOUT: Final = httpx.Timeout(30.0, connect=5.0)


def _without_credentials(instance: object, attribute: object, value: str) -> None:
    try:
        userinfo = httpx.URL(value).userinfo
    except httpx.InvalidURL:  # its message would quote the address, and with it whatever was mistaken for a port
        raise ValueError("base_url is not a URL") from None
    if userinfo:
        raise ValueError("base_url holds credentials: give them to AuthenticatedClient")


@define
class Client:
    """The connection settings for one API.

    Attributes:
        base_url: Where the API is; the paths of the operations are appended to it.
        cookies: Sent with every request.
        headers: Sent with every request.
        timeout: ``DEFAULT_TIMEOUT`` unless another is given; ``None`` waits for ever.
        verify_ssl: As ``verify`` of ``httpx.Client``.
        follow_redirects: Off by default: a redirected request is not the request the document describes.
        httpx_args: Further arguments for ``httpx.Client`` and ``httpx.AsyncClient``, such as ``transport``.
    """

    _base_url: str = field(alias="base_url", validator=_without_credentials)
    _cookies: dict[str, str] = field(factory=dict, kw_only=True, alias="cookies", repr=False)
    _headers: dict[str, str] = field(factory=dict, kw_only=True, alias="headers", repr=False)
    _timeout: httpx.Timeout | None = field(default=DEFAULT_TIMEOUT, kw_only=True, alias="timeout")
    _verify_ssl: str | bool | ssl.SSLContext = field(default=True, kw_only=True, alias="verify_ssl", repr=False)
    _follow_redirects: bool = field(default=False, kw_only=True, alias="follow_redirects")
    _httpx_args: dict[str, Any] = field(factory=dict, kw_only=True, alias="httpx_args", repr=False)
    _client: httpx.Client | None = field(default=None, init=False, repr=False, eq=False)
    _async_client: httpx.AsyncClient | None = field(default=None, init=False, repr=False, eq=False)

    def with_headers(self, headers: dict[str, str]) -> Self:
        """A new client like this one that also sends ``headers``."""
        return evolve(self, headers={**self._headers, **headers})

    def with_cookies(self, cookies: dict[str, str]) -> Self:
        """A new client like this one that also sends ``cookies``."""
        return evolve(self, cookies={**self._cookies, **cookies})

    def with_timeout(self, timeout: httpx.Timeout | None) -> Self:
        """A new client like this one with another timeout."""
        return evolve(self, timeout=timeout)

    def set_httpx_client(self, client: httpx.Client) -> Self:
        """Use this ``httpx.Client``, with its own settings instead of those given here."""
        self._client = client
        return self

    def set_async_httpx_client(self, async_client: httpx.AsyncClient) -> Self:
        """Use this ``httpx.AsyncClient``, with its own settings instead of those given here."""
        self._async_client = async_client
        return self

    def get_httpx_client(self) -> httpx.Client:
        """The underlying ``httpx.Client``, made on first use."""
        if self._client is None:
            self._client = httpx.Client(**self._settings())
        return self._client

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """The underlying ``httpx.AsyncClient``, made on first use."""
        if self._async_client is None:
            self._async_client = httpx.AsyncClient(**self._settings())
        return self._async_client

    def _settings(self) -> dict[str, Any]:
        return {
            "base_url": self._base_url,
            "cookies": self._cookies,
            "headers": {**self._headers, **self._credentials()},
            "timeout": self._timeout,
            "verify": self._verify_ssl,
            "follow_redirects": self._follow_redirects,
            **self._httpx_args,
        }

    def _credentials(self) -> dict[str, str]:
        return {}

    def __enter__(self) -> Self:
        self.get_httpx_client().__enter__()
        return self

    def __exit__(self, *args: Any) -> None:
        self.get_httpx_client().__exit__(*args)

    async def __aenter__(self) -> Self:
        await self.get_async_httpx_client().__aenter__()
        return self

    async def __aexit__(self, *args: Any) -> None:
        await self.get_async_httpx_client().__aexit__(*args)


def _fits_a_header(instance: object, attribute: object, value: str) -> None:
    # httpx would say which value it cannot send, and so print the credential.
    if not (value.isascii() and value.isprintable()) or value != value.strip():
        raise ValueError("a credential holds characters that an HTTP header cannot carry")


@define
class AuthenticatedClient(Client):
    """A ``Client`` that says who it is: ``AuthenticatedClient(url, token)`` for Bearer, ``.basic(...)`` for HTTP Basic.

    Attributes:
        token: The credential; never shown by ``repr``.
        prefix: What stands before the token in the header; may be empty.
        auth_header_name: The header that carries it.
    """

    token: str = field(repr=False, validator=_fits_a_header)
    prefix: str = field(default="Bearer", kw_only=True, repr=False, validator=_fits_a_header)
    auth_header_name: str = field(default="Authorization", kw_only=True)

    @classmethod
    def basic(cls, base_url: str, username: str, password: str, **settings: Any) -> Self:
        """HTTP Basic (RFC 7617); ``settings`` are the keyword arguments of ``Client``."""
        if ":" in username or not (username + password).isprintable():
            raise ValueError("HTTP Basic cannot carry a colon in the user name, nor control characters")
        token = base64.b64encode(f"{username}:{password}".encode()).decode("ascii")
        return cls(base_url, token, prefix="Basic", **settings)

    def _credentials(self) -> dict[str, str]:
        return {self.auth_header_name: f"{self.prefix} {self.token}".lstrip()}


__all__ = ["DEFAULT_TIMEOUT", "AuthenticatedClient", "Client"]
