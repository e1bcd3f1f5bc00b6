"""What a caller gets for what a server answers."""

import asyncio
import json
import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from tests.render.loopback import Loopback
from tests.render.values import DEPOT, locker, page

Operation = Callable[[str], Any]
Answering = Callable[..., tuple[Any, Any]]
HERE = UUID(DEPOT)


def _both(operation: Any, client: Any) -> list[Callable[[], Any]]:
    """The operation called one way and the other."""
    return [
        lambda: operation.sync(HERE, client=client),
        lambda: asyncio.run(operation.asyncio(HERE, client=client)),
    ]


def test_a_success_carries_status_headers_body_and_value(sample: Any, operation: Operation, loopback: Loopback) -> None:
    body = page(locker(), next_token=None)
    loopback.answers("200 OK", body)
    with sample.Client(loopback.url) as client:
        answer = operation("list_lockers").sync_detailed(HERE, client=client)
    assert (answer.status_code, answer.headers["x-id"], answer.content) == (200, "7", body)
    assert type(answer.status_code) is int
    assert answer.parsed.data[0].fee == Decimal("12.50")
    assert answer.parsed.next_token is None


def test_async_is_the_same(sample: Any, operation: Operation, loopback: Loopback) -> None:
    loopback.answers("200 OK", page(locker()))

    async def ask() -> tuple[Any, Any]:
        async with sample.Client(loopback.url) as client:
            detailed = await operation("list_lockers").asyncio_detailed(HERE, client=client)
            return detailed, await operation("list_lockers").asyncio(HERE, client=client)

    detailed, value = asyncio.run(ask())
    assert detailed.parsed == value
    assert value.data[0].fee == Decimal("12.50")


@pytest.mark.parametrize("status", [404, 520])
def test_a_documented_failure_is_decoded_and_raised_by_sync(
    sample: Any, models: Any, errors: Any, operation: Operation, loopback: Loopback, status: int
) -> None:
    loopback.answers(f"{status} Odd", b'{"message": "no such depot", "hint": 1}')
    client = sample.Client(loopback.url)
    answer = operation("list_lockers").sync_detailed(HERE, client=client)
    assert answer.status_code == status
    assert answer.parsed == models.Problem.from_dict({"message": "no such depot", "hint": 1})
    for call in _both(operation("list_lockers"), client):
        with pytest.raises(errors.ErrorResponse) as caught:
            call()
        assert (caught.value.status_code, caught.value.parsed) == (status, answer.parsed)
        assert caught.value.headers["x-id"] == "7"
        assert caught.value.content == answer.content


@pytest.mark.parametrize("status", [202, 302, 403, 500, 599])
def test_an_undocumented_status_is_an_error_and_never_nothing(
    answering: Answering, errors: Any, operation: Operation, status: int
) -> None:
    client, _ = answering(status, b'{"message": "hm"}')
    for name in ("sync", "sync_detailed"):
        with pytest.raises(errors.UnexpectedStatus) as caught:
            getattr(operation("list_lockers"), name)(HERE, client=client)
        assert (caught.value.status_code, caught.value.content) == (status, b'{"message": "hm"}')
        assert caught.value.headers["x-id"] == "7"


def test_a_range_and_default_catch_what_has_no_entry_of_its_own(
    answering: Answering, models: Any, errors: Any, operation: Operation
) -> None:
    client, _ = answering(418, b'{"message": "teapot"}')
    assert operation("get_locker").sync_detailed(HERE, "A", client=client).parsed.message == "teapot"
    with pytest.raises(errors.ErrorResponse):
        operation("clear_lockers").sync(HERE, client=client)
    client, _ = answering(520, b'{"error": {"message": "inside"}, "metadata": {"request_id": "r"}}')
    parsed = operation("clear_lockers").sync_detailed(HERE, client=client).parsed
    assert type(parsed) is models.ProblemEnvelope
    assert parsed.error.message == "inside"
    assert parsed.metadata.additional_properties == {"request_id": "r"}


def test_an_answer_without_a_body_is_none(answering: Answering, operation: Operation) -> None:
    client, _ = answering(204)
    assert operation("clear_locker").sync(HERE, "A", client=client) is None


def test_a_multi_status_answer_keeps_the_entries_that_went_wrong(
    sample: Any, models: Any, operation: Operation, loopback: Loopback
) -> None:
    entries = [
        {"symbol": "A", "status": 200, "body": {"id": "1", "locker": None, "amount": "1.0"}},
        {"symbol": "B", "status": 403, "body": {"code": 7, "message": "held", "held_for": "2"}},
        {"symbol": "C", "status": 500, "body": None},
        {"symbol": "D", "status": 500},
        {"symbol": "E", "status": 200, "body": {"id": 1}},
    ]
    loopback.answers("207 Multi-Status", json.dumps(entries).encode())
    found = operation("clear_lockers").sync(HERE, client=sample.Client(loopback.url))
    assert [type(entry.body).__name__ for entry in found] == ["Slip", "Problem", "NoneType", "Unset", "dict"]
    assert found[1].body.additional_properties == {"held_for": "2"}
    assert [entry.to_dict() for entry in found] == entries


@pytest.mark.parametrize(
    ("content", "content_type", "told"),
    [
        (b"<html>Busy</html>", "text/html; charset=utf-8", "expected JSON, got text/html @ $"),
        (b"", "application/json", "expected JSON, got an empty body @ $"),
        (b"  \n", "application/json", "expected JSON, got an empty body @ $"),
        (b'{"data": [', "application/json", "expected JSON, got something else or a part of it @ $"),
        (b'{"data": NaN}', "application/json", "expected JSON, got something else or a part of it @ $"),
        (b'{"data": [\xff]}', "application/json", "expected JSON, got something else or a part of it @ $"),
        (b"[" * 100_000, "application/json", "nested too deeply @ $"),
        (b"9" * 5_000, "application/json", "expected JSON, got something else or a part of it @ $"),
        (b"null", "application/json", "expected an object, got null @ $"),
        (page(locker(), locker(fee="x")), "application/json", "not a decimal number @ $.data[1].fee"),
        (b'{"error": null}', "application/json", "required field missing @ $.data"),
    ],
)
def test_a_body_that_cannot_be_read_is_an_error_with_the_answer(
    answering: Answering, errors: Any, operation: Operation, content: bytes, content_type: str, told: str
) -> None:
    client, _ = answering(200, content, content_type)
    for name in ("sync", "sync_detailed"):
        with pytest.raises(errors.DecodeError) as caught:
            getattr(operation("list_lockers"), name)(HERE, client=client)
        assert str(caught.value) == f"HTTP 200: {told}"
        assert (caught.value.status_code, caught.value.content) == (200, content)
        assert caught.value.headers["x-id"] == "7"


def test_an_answer_that_breaks_off_keeps_its_status_and_what_came(
    sample: Any, errors: Any, operation: Operation, loopback: Loopback
) -> None:
    loopback.answers("207 Multi-Status", b'[{"symbol": "A"', length=500)
    client = sample.Client(loopback.url)
    for call in _both(operation("clear_lockers"), client):
        with pytest.raises(errors.DecodeError, match="broke off") as caught:
            call()
        assert (caught.value.status_code, caught.value.content) == (207, b'[{"symbol": "A"')


def test_numbers_keep_their_digits(answering: Answering, operation: Operation) -> None:
    whole = page(locker(rate=0)).replace(b'"rate": 0', b'"rate": 0.1234567890123456789, "more": 1.10, "far": 1e999')
    client, _ = answering(200, whole)
    found = operation("list_lockers").sync(HERE, client=client).data[0]
    assert found.rate == Decimal("0.1234567890123456789")
    assert found.additional_properties["more"] == 1.1
    assert found.to_dict()["far"].digits == "1e999"
    again = pickle.loads(pickle.dumps(found))
    assert (again, again.additional_properties["more"].digits) == (found, "1.10")


def test_a_request_and_its_answer_can_go_their_own_ways(operation: Operation) -> None:
    request = operation("list_lockers").build_request(HERE, page_size=2)
    assert (request.method, request.target) == ("GET", f"/v1/depots/{DEPOT}/lockers?page_size=2")
    answer = operation("list_lockers").parse_response((200, {}, page(locker())))
    assert answer.parsed.data[0].fee == Decimal("12.50")
