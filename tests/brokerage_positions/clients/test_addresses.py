"""Where a client sends: the brokers' own addresses, another one, and never a credential in the clear."""

import ssl
from pathlib import Path
from typing import Any

import httpx
import pytest

from brokerage_positions import (
    StatusError,
)

from ..broker import FaultyBroker
from .calling import CLASSES, CREDENTIALS, TLS, Name, Style, open_caller


def address(client: Any) -> str:
    text: str = client._core.settings.base_url
    return text


@pytest.mark.parametrize(
    ("name", "sandbox", "production"),
    [
        ("alpaca", "https://broker-api.sandbox.alpaca.markets", "https://broker-api.alpaca.markets"),
        ("clear_street", "https://api-dev.clearstreet.com", "https://api.clearstreet.com"),
    ],
)
def test_production_must_be_asked_for(
    name: Name, style: Style, sandbox: str, production: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLEAR_STREET_BASE_URL", raising=False)
    make, keys = CLASSES[name, style], CREDENTIALS[name]
    assert address(make(*keys, verify=TLS)) == sandbox
    assert address(make(*keys, sandbox=False, verify=TLS)) == production
    assert address(make(*keys, base_url="https://example.com", verify=TLS)) == "https://example.com"


def test_from_the_environment(
    name: Name, style: Style, broker: FaultyBroker, monkeypatch: pytest.MonkeyPatch, journal_path: Path
) -> None:
    variables = {"alpaca": ("APCA_BROKER_KEY_ID", "APCA_BROKER_SECRET_KEY"), "clear_street": ("CLEAR_STREET_API_KEY",)}
    for variable, value in zip(variables[name], CREDENTIALS[name], strict=True):
        monkeypatch.delenv(variable, raising=False)
        with pytest.raises(ValueError, match=variable):
            CLASSES[name, style].from_env()  # type: ignore[attr-defined]
        monkeypatch.setenv(variable, value)
    client = CLASSES[name, style].from_env(base_url=broker.url, journal=journal_path)  # type: ignore[attr-defined]
    caller = open_caller(name, style)
    caller.client = client
    assert caller.positions()
    caller.end()


def test_clear_streets_own_variable_for_the_address(style: Style, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEAR_STREET_BASE_URL", "https://example.com/there")
    assert address(CLASSES["clear_street", style]("test-token", verify=TLS)) == "https://example.com/there"


@pytest.mark.parametrize(
    "url", ["http://example.com", "http://10.0.0.1", "http://localhost.example.com", "HTTP://0.0.0.0"]
)
def test_http_is_for_loopback_unless_asked_for(name: Name, style: Style, url: str) -> None:
    with pytest.raises(ValueError, match="not encrypted"):
        CLASSES[name, style](*CREDENTIALS[name], base_url=url)
    CLASSES[name, style](*CREDENTIALS[name], base_url=url, allow_http=True, verify=TLS)
    for loopback in ("http://127.0.0.1:1", "http://[::1]", "http://localhost:8080"):
        CLASSES[name, style](*CREDENTIALS[name], base_url=loopback, verify=TLS)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.com",
        "example.com",
        "https://",
        "https://me:pw@example.com",
        "https://example.com?",
        "https://e.com#a",
    ],
)
def test_what_is_no_address_is_refused(name: Name, style: Style, url: str) -> None:
    with pytest.raises(ValueError, match="base_url"):
        CLASSES[name, style](*CREDENTIALS[name], base_url=url)


def test_a_path_in_the_address_is_kept(name: Name, style: Style, broker: FaultyBroker, journal_path: Path) -> None:
    caller = open_caller(name, style, base_url=f"{broker.url}/behind/", journal=journal_path)
    with pytest.raises(StatusError):
        caller.positions()
    assert broker.log[0].target.startswith("/behind/v1/")
    caller.end()


def test_the_certificate_is_checked(name: Name, style: Style) -> None:
    caller = CLASSES[name, style](*CREDENTIALS[name])
    options = caller._wire.client_options(httpx.Limits(), None)
    assert options["verify"] is True
    assert options["follow_redirects"] is False
    context = ssl.create_default_context()
    given = CLASSES[name, style](*CREDENTIALS[name], verify=context)
    assert given._wire.client_options(httpx.Limits(), None)["verify"] is context


def test_a_proxy_is_used(name: Name, style: Style, broker: FaultyBroker, journal_path: Path) -> None:
    # A proxy is told the whole address; this one has no such path.
    caller = open_caller(name, style, base_url="http://localhost:1", proxy=broker.url, journal=journal_path)
    with pytest.raises(StatusError):
        caller.positions()
    assert broker.log[0].target.startswith("http://localhost:1/v1/")
    caller.end()
