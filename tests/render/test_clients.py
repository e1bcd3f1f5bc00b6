"""Defaults that keep money and credentials safe."""

import pickle
from collections.abc import Callable
from typing import Any
from uuid import UUID

import httpx
import pytest

from tests.render.values import DEPOT, page

SECRET = "s3cr3t-key"


def test_timeouts_are_on_and_redirects_off(sample: Any) -> None:
    with sample.Client("https://sample.test") as client:
        http = client.get_httpx_client()
        assert http.timeout == httpx.Timeout(30.0, connect=5.0)
        assert not http.follow_redirects


@pytest.mark.parametrize(
    "make",
    [
        lambda sample: sample.AuthenticatedClient("https://sample.test", SECRET),
        lambda sample: sample.AuthenticatedClient.basic("https://sample.test", "id", SECRET),
        lambda sample: sample.Client("https://sample.test", headers={"X-Key": SECRET}, cookies={"k": SECRET}),
        lambda sample: sample.AuthenticatedClient("https://sample.test", SECRET).with_headers({"a": SECRET}),
    ],
)
def test_no_representation_shows_a_credential(
    sample: Any, errors: Any, operation: Callable[[str], Any], make: Callable[[Any], Any]
) -> None:
    client = make(sample)
    transport = httpx.MockTransport(lambda request: httpx.Response(500, content=SECRET, headers={"x-key": SECRET}))
    client.set_httpx_client(httpx.Client(base_url="https://sample.test", transport=transport))
    shown = [repr(client), str(client), repr(operation("list_lockers").build_request(UUID(DEPOT), x_trace=SECRET))]
    with pytest.raises(errors.UnexpectedStatus) as caught:
        operation("list_lockers").sync(UUID(DEPOT), client=client)
    shown += [repr(caught.value), str(caught.value)]
    assert not [text for text in shown if SECRET in text or "czNjcjN0" in text]


def test_an_address_with_credentials_is_refused(sample: Any) -> None:
    for address in (
        f"https://id:{SECRET}@sample.test",
        f"https://{SECRET}@sample.test",
        f"https://sample.test:{SECRET}",
    ):
        with pytest.raises(ValueError, match="base_url") as caught:
            sample.Client(address)
        assert SECRET not in str(caught.value)


@pytest.mark.parametrize("token", ["k3y\r\nk3y", "k3y-ключ", " k3y", "k3y\x00"])
def test_a_credential_that_no_header_can_carry_is_not_shown_by_its_error(sample: Any, token: str) -> None:
    with pytest.raises(ValueError, match="credential") as caught:
        sample.AuthenticatedClient("https://sample.test", token)
    assert "k3y" not in str(caught.value)


def test_basic_authentication(sample: Any, operation: Callable[[str], Any]) -> None:
    sent: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, content=page())

    client = sample.AuthenticatedClient.basic(
        "https://sample.test", "id", "key", httpx_args={"transport": httpx.MockTransport(handle)}
    )
    operation("list_lockers").sync(UUID(DEPOT), client=client)
    assert sent[0].headers["authorization"] == "Basic aWQ6a2V5"


def test_errors_survive_pickle(errors: Any) -> None:
    found = pickle.loads(pickle.dumps(errors.DecodeError("what", 520, {"a": "b"}, b"body", "$.x")))
    assert (found.status_code, found.headers, found.content, found.path) == (520, {"a": "b"}, b"body", "$.x")
    assert str(found) == "HTTP 520: what @ $.x"
