"""What goes out on the wire, seen by a server."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.loopback import Loopback
from tests.render.values import DEPOT, locker, page

Operation = Callable[[str], Any]
PREFIX = f"/v1/depots/{DEPOT}/lockers"


def test_parameters_are_spelled_as_the_document_says(
    sample: Any, models: Any, operation: Operation, loopback: Loopback
) -> None:
    loopback.answers("200 OK", page())
    with sample.AuthenticatedClient(loopback.url, "hush") as client:
        operation("list_lockers").sync(
            UUID(DEPOT),
            client=client,
            ids=["a", "b,c", "d e"],
            tags=["x", "y&z"],
            kind=models.Kind.NIGHT_SHIFT,
            page_size=5,
            open_=True,
            since=datetime(2025, 10, 3, 14, 1, tzinfo=UTC),
            x_trace="t-1",
            session="s",
        )
    assert loopback.targets == [
        f"{PREFIX}?ids=a,b%2Cc,d%20e&tags=x&tags=y%26z&kind=night-shift&page_size=5&open=true&since=2025-10-03T14%3A01%3A00Z"
    ]
    sent = loopback.requests[0].lower()
    for line in (b"authorization: bearer hush", b"x-trace: t-1", b"cookie: session=s", b"accept: application/json"):
        assert b"\r\n" + line + b"\r\n" in sent


def test_what_is_left_out_is_not_sent(sample: Any, operation: Operation, loopback: Loopback) -> None:
    loopback.answers("200 OK", page())
    client = sample.Client(loopback.url)
    operation("list_lockers").sync(UUID(DEPOT), client=client, kind="new kind", open_=None)
    assert loopback.targets == [f"{PREFIX}?kind=new%20kind"]
    assert b"authorization" not in loopback.requests[0].lower()


def test_an_empty_list_does_not_ask_for_everything(answering: Any, operation: Operation) -> None:
    client, sent = answering(200, page())
    for name in ("ids", "tags"):
        with pytest.raises(ValueError, match=f"{name}: an empty list"):
            operation("list_lockers").sync(UUID(DEPOT), client=client, **{name: []})
    assert not sent


@pytest.mark.parametrize("body", ["UNSET", {}, {"force": True}])
def test_an_optional_body_may_be_left_out(
    sample: Any, models: Any, types: Any, operation: Operation, loopback: Loopback, body: Any
) -> None:
    loopback.answers("207 Multi-Status", b"[]")
    given = types.UNSET if body == "UNSET" else models.ClearRequest.from_dict(body)
    client = sample.Client(loopback.url)
    assert operation("clear_lockers").sync(UUID(DEPOT), client=client, body=given) == []
    head, _, sent = loopback.requests[0].partition(b"\r\n\r\n")
    assert head.startswith(b"DELETE ")
    if body == "UNSET":
        assert sent == b""
        assert b"content-type" not in head.lower()
    else:
        assert json.loads(sent) == body
        assert b"content-type: application/json" in head.lower()


def test_numbers_in_a_body_keep_their_digits(
    sample: Any, models: Any, operation: Operation, loopback: Loopback
) -> None:
    loopback.answers("200 OK", b"noted", "text/plain")
    body = models.Locker.from_dict(locker(weight=1.5, note="naïve"))
    body.rate = Decimal("0.1234567890123456789")
    assert operation("add_note").sync(client=sample.Client(loopback.url), body=body) == "noted"
    assert b'"rate":0.1234567890123456789' in loopback.requests[0]
    assert "naïve".encode() in loopback.requests[0]


@pytest.mark.parametrize(
    ("amount", "sent"),
    [(Decimal("1E-9"), "0.000000001"), (Decimal("1E+3"), "1000"), (Decimal("-0.50"), "-0.50"), (7, "7")],
)
def test_an_amount_goes_out_in_plain_notation(answering: Any, operation: Operation, amount: Any, sent: str) -> None:
    client, requests = answering(204)
    operation("clear_locker").sync(UUID(DEPOT), "A", client=client, amount=amount)
    assert requests[0].url.query == f"amount={sent}".encode()


@pytest.mark.parametrize("name", ["amount", "nullable_amount"])
@pytest.mark.parametrize("amount", [None, "", " ", "NaN", Decimal("NaN"), Decimal("Infinity"), 1.5, True, "1,5"])
def test_an_amount_that_is_none_is_refused_since_leaving_it_out_means_all(
    answering: Any, operation: Operation, name: str, amount: Any
) -> None:
    client, requests = answering(204)
    with pytest.raises((TypeError, ValueError)):
        operation("clear_locker").sync(UUID(DEPOT), "A", client=client, **{name: amount})
    assert not requests


@pytest.mark.parametrize("segment", ["", ".", "..", None])
def test_a_segment_that_would_address_something_else_is_refused(
    answering: Any, operation: Operation, segment: Any
) -> None:
    client, requests = answering(204)
    for name in ("sync", "sync_detailed", "build_request"):
        settings = {} if name == "build_request" else {"client": client}
        with pytest.raises((TypeError, ValueError)):
            getattr(operation("clear_locker"), name)(UUID(DEPOT), segment, **settings)
    with pytest.raises((TypeError, ValueError)):
        asyncio.run(operation("clear_locker").asyncio(UUID(DEPOT), segment, client=client))
    assert not requests


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("./?#%\\;:@&=+,2eEfF \t\n", min_size=1))
def test_a_segment_addresses_only_the_resource_named(answering: Any, operation: Operation, segment: str) -> None:
    client, requests = answering(204)
    if segment in ("", ".", ".."):
        return
    operation("clear_locker").sync(UUID(DEPOT), segment, client=client)
    raw = requests[0].url.raw_path.decode("ascii")
    assert raw.startswith(f"{PREFIX}/")
    last = raw.removeprefix(f"{PREFIX}/")
    assert unquote(last) == segment
    assert not set(last) & set("/?#\\;")


@pytest.mark.parametrize(
    "segment",
    ["BTC/USD", "a?b", "a#b", "50%", "%2e%2e", "%2F", "..%2f", "a/../b", "./", "//evil.test", " ", "é", "a\r\nX: 1"],
)
def test_a_segment_arrives_as_it_was_given(sample: Any, operation: Operation, loopback: Loopback, segment: str) -> None:
    operation("clear_locker").sync(UUID(DEPOT), segment, client=sample.Client(f"{loopback.url}/base/"))
    assert len(loopback.targets) == 1
    head, _, last = loopback.targets[0].rpartition("/")
    assert head == f"/base{PREFIX}"
    assert unquote(last) == segment


def test_one_call_is_one_request_whatever_is_answered(sample: Any, operation: Operation, loopback: Loopback) -> None:
    loopback.answer = b"HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"
    with pytest.raises(Exception, match="307"):
        operation("clear_locker").sync(UUID(DEPOT), "A", client=sample.Client(loopback.url))
    loopback.answer = b""
    with pytest.raises(httpx.TransportError):
        operation("clear_locker").sync(UUID(DEPOT), "A", client=sample.Client(loopback.url))
    assert len(loopback.requests) == 2


def test_forms_and_files_go_out_as_the_document_says(
    sample: Any, models: Any, types: Any, operation: Operation, loopback: Loopback
) -> None:
    client = sample.Client(loopback.url)
    file = types.File(BytesIO(b"\x00\xff"), "a.bin", "application/x-thing")
    operation("upload_file").sync(client=client, body=models.Upload(file=file, label="naïve", sizes=[1, 2]))
    head, _, body = loopback.requests[0].partition(b"\r\n\r\n")
    assert b"content-type: multipart/form-data; boundary=" in head.lower()
    assert b'name="file"; filename="a.bin"\r\nContent-Type: application/x-thing\r\n\r\n\x00\xff\r\n' in body
    assert body.count(b'name="sizes"\r\n\r\n') == 2
    assert 'name="label"\r\n\r\nnaïve\r\n'.encode() in body

    operation("fill_form").sync(client=client, body=models.ClearRequest.from_dict({"force": True, "more": "a&b"}))
    assert loopback.requests[1].endswith(b"\r\n\r\nforce=true&more=a%26b")

    loopback.answers("200 OK", b"\x00\xfe", "application/octet-stream")
    stored = operation("store_file").sync(
        client=client, body=types.File(BytesIO(b"\x01\x02")), filter_=models.ClearRequest(force=False)
    )
    assert loopback.targets[2] == "/v1/files?filter%5Bforce%5D=false"
    assert loopback.requests[2].endswith(b"\r\n\r\n\x01\x02")
    assert stored.payload.read() == b"\x00\xfe"
