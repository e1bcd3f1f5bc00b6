"""Every request vector through the generated packages, over a connection: what arrives is what the vector says."""

from collections.abc import Iterator

import pytest

from tests.render.loopback import Loopback

from . import packages, wire
from .loading import Vector, vectors


@pytest.fixture(scope="module")
def server() -> Iterator[Loopback]:
    with Loopback() as loopback:
        yield loopback


def send(vector: Vector, url: str, asynchronous: bool) -> None:
    """Make the call; the server answers with nothing, which no operation takes for a success."""
    module = packages.operation(vector.document, vector.operation)
    given = packages.arguments(module, vector.members["arguments"])
    client = packages.client(vector.document, url, vector.members.get("credentials"))
    with pytest.raises(packages.PACKAGES[vector.document].errors.ClientError):
        packages.call(module, client, given, asynchronous=asynchronous)


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("vector", vectors("requests"), ids=str)
def test_what_is_sent(vector: Vector, asynchronous: bool, server: Loopback) -> None:
    server.requests.clear()
    if vector.error:
        with pytest.raises((ValueError, TypeError)):
            send(vector, server.url, asynchronous)
        assert not server.requests, "refused, and yet something was sent"
        return
    send(vector, server.url, asynchronous)
    (received,) = server.requests
    assert wire.request(received) == vector.members["request"]
