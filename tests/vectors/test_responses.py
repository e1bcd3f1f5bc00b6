"""Every response vector through the generated packages, over a connection: what is read is what the vector says."""

from collections.abc import Iterator, Mapping
from inspect import signature
from typing import Any, Final

import pytest

from tests.render.loopback import Loopback

from . import packages, wire
from .loading import Vector, body_of, vectors
from .neutral import kind_at, neutral

#: Arguments that every client sends; what they ask for does not matter here.
ASKED: Final[Mapping[str, Mapping[str, Any]]] = {
    "alpaca-broker": {"account_id": "3f2b8a64-0c1d-4f7e-9a55-7d6c5b4a3921", "symbol_or_asset_id": "AAPL"},
    "clear-street": {"account_id": 19816, "instrument_id": "AAPL"},
}


@pytest.fixture(scope="module")
def server() -> Iterator[Loopback]:
    with Loopback() as loopback:
        yield loopback


def received(vector: Vector, url: str, asynchronous: bool) -> Any:
    """The typed value, or the error that was raised."""
    package = packages.PACKAGES[vector.document]
    module = packages.operation(vector.document, vector.operation)
    wanted = signature(module.build_request).parameters
    given = {name: value for name, value in ASKED[vector.document].items() if name in wanted}
    client = packages.client(vector.document, url, None)
    try:
        return packages.call(module, client, given, asynchronous=asynchronous)
    except package.errors.ClientError as error:
        return error


def outcome(vector: Vector, found: Any) -> dict[str, Any]:
    """What was read, in the words of the vectors."""
    errors = packages.PACKAGES[vector.document].errors
    if isinstance(found, errors.ErrorResponse):
        return {"error": {"kind": "failure", "value": neutral(found.parsed)}}
    if isinstance(found, errors.DecodeError):
        return {"error": {"kind": "unreadable", "at": found.path}}
    return {"value": neutral(found)}


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("vector", vectors("responses"), ids=str)
def test_what_is_read(vector: Vector, asynchronous: bool, server: Loopback) -> None:
    response = vector.members["response"]
    server.answer = wire.answer(response)
    found = received(vector, server.url, asynchronous)
    expected = {name: vector.members[name] for name in ("value", "error") if name in vector.members}
    assert outcome(vector, found) == expected
    if vector.error:
        assert (found.status_code, found.content) == (response["status"], body_of(response)), "the answer is lost"
    read = found.parsed if vector.error and vector.error["kind"] == "failure" else found
    for pointer, kind in vector.members.get("kinds", {}).items():
        assert kind_at(read, pointer) == kind
