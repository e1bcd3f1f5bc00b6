"""Documents that say what the two brokers at hand do not: everything valid renders, and does what it says."""

import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from generator import store
from generator.render import render

ODD: Final = Path(__file__).parent / "odd.yaml"


@pytest.fixture(scope="module")
def odd_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("odd")
    files = render(store.read_yaml(ODD), "odd_client", source="odd.yaml", source_sha256="0" * 64)
    store.write_tree(folder / "odd_client", files)
    return folder


@pytest.fixture(scope="module")
def odd(odd_folder: Path) -> Iterator[Callable[[str], Any]]:
    """A module of the rendered package by its name."""
    sys.path.insert(0, str(odd_folder))
    yield lambda name: importlib.import_module(f"odd_client.{name}")
    sys.path.remove(str(odd_folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == "odd_client"]:
        del sys.modules[name]


@pytest.fixture(scope="module")
def operation(odd: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda name: odd(f"api.default.{name}")


@pytest.fixture(scope="module")
def asking(odd: Callable[[str], Any]) -> Callable[..., tuple[Any, list[httpx.Request]]]:
    """A client whose every request gets this answer, and what it sent."""

    def make(status: int = 204, content: bytes = b"", content_type: str = "") -> tuple[Any, list[httpx.Request]]:
        sent: list[httpx.Request] = []

        def handle(request: httpx.Request) -> httpx.Response:
            sent.append(request)
            return httpx.Response(status, content=content, headers={"content-type": content_type})

        settings = {"httpx_args": {"transport": httpx.MockTransport(handle)}}
        return odd("client").Client("https://odd.test", **settings), sent

    return make


def test_type_checkers_find_nothing(odd_folder: Path) -> None:
    check = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "odd_client"]
    done = subprocess.run(check, cwd=odd_folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("content_type", "content", "expected"),
    [
        ("application/json", b'{"rate": 1}', "Odd"),
        ("Application/JSON; charset=utf-8", b'{"rate": 1}', "Odd"),
        ("application/vnd.api+json", b'{"id": "1"}', "Report"),
        ("text/csv; charset=iso-8859-1", b"na\xefve;1\n", "naïve;1\n"),
        ("text/csv", "naïve".encode(), "naïve"),
        ("application/pdf", b"%PDF\xff", b"%PDF\xff"),
        ("image/png", b"\x89PNG", b"\x89PNG"),
        ("application/hal+json", b'{"id": "1"}', "Report"),
        ("", b'{"id": "1"}', "Report"),
    ],
)
def test_an_answer_in_several_media_types_is_read_as_the_one_it_says(
    asking: Any, operation: Any, content_type: str, content: bytes, expected: Any
) -> None:
    client, sent = asking(200, content, content_type)
    found = operation("get_report").sync("a/b", client=client)
    if isinstance(expected, bytes):
        found = found.payload.read()
    assert (found if type(found) is type(expected) else type(found).__name__) == expected
    assert sent[0].url.raw_path == b"/reports/a%2Fb.json"
    wanted = "application/vnd.api+json, application/json, text/csv, application/pdf, */*, application/problem+json"
    assert sent[0].headers["accept"] == wanted


@pytest.mark.parametrize(
    ("status", "content", "expected"),
    [
        (200, b"%PDF\xff", b"%PDF\xff"),
        (201, b"\x89PNG", b"\x89PNG"),
        (202, b"<a>1</a>", "<a>1</a>"),
        (203, b'{"id": 1}\n{}\n', '{"id": 1}\n{}\n'),
        (206, b"data: 1\n\n", "data: 1\n\n"),
        (208, b"\x00", b"\x00"),
        (226, b'"word"', "word"),
        (228, b"\xfe", b"\xfe"),
        (229, b"--x\r\n", b"--x\r\n"),
        (299, b"", None),
        (503, b"Busy", "Busy"),
    ],
)
def test_every_media_type_is_text_bytes_or_json(
    asking: Any, operation: Any, status: int, content: bytes, expected: Any
) -> None:
    client, _ = asking(status, content, "x/y")
    found = operation("get_answer").sync_detailed("k", client=client).parsed
    assert (found.payload.read() if isinstance(expected, bytes) else found) == expected


def test_json_by_another_name_is_decoded(asking: Any, operation: Any) -> None:
    for status, content_type in ((207, "application/json"), (400, "application/problem+json")):
        client, _ = asking(status, b'{"id": "1"}', content_type)
        assert operation("get_answer").sync_detailed("k", client=client).parsed.id == "1"


def test_json_of_which_nothing_is_said_may_be_missing(asking: Any, operation: Any) -> None:
    for content, expected in ((b'{"a": [1]}', {"a": [1]}), (b"", None)):
        client, sent = asking(200, content, "application/json")
        assert operation("put_report").sync("r", client=client, body={"any": ["thing", None]}) == expected
        assert (sent[0].content, sent[0].headers["content-type"]) == (b'{"any":["thing",null]}', "application/json")


def test_a_default_alone_speaks_of_success_and_of_failure(odd: Any, asking: Any, operation: Any) -> None:
    client, sent = asking(201, b'{"id": "1"}', "application/json")
    body = odd("models").Report("2")
    assert operation("send_report").sync("r", client=client, body=body).id == "1"
    assert sent[0].headers["content-type"] == "application/json"
    for status in (302, 404, 500):
        client, _ = asking(status, b'{"id": "1"}', "application/json")
        with pytest.raises(odd("errors").ErrorResponse) as caught:
            operation("send_report").sync("r", client=client, body=body)
        assert caught.value.parsed.id == "1"


def test_a_head_has_no_body_to_read(asking: Any, operation: Any) -> None:
    client, _ = asking(200, b"", "application/json")
    assert operation("has_report").sync("r", client=client) is None


def test_a_path_item_and_a_response_by_reference_are_not_lost(asking: Any, operation: Any) -> None:
    client, sent = asking(200, b'{"id": "1"}', "application/problem+json")
    assert operation("search_again").sync(client=client).id == "1"
    assert sent[0].url.path == "/v2/search"


def test_bodies_go_out_as_they_are_given(odd: Any, asking: Any, operation: Any) -> None:
    client, sent = asking()
    file = odd("types").File
    operation("upload").sync(client=client, body='a,"b"\n')
    operation("upload").sync(client=client, body="naïve")
    operation("upload").sync(client=client, body=file(BytesIO(b"\xff")))
    operation("upload_picture").sync(client=client, body=file(BytesIO(b"\x89"), mime_type="image/png"))
    operation("upload_form").sync(client=client, body=odd("models").UploadFormBody.from_dict({"a": "b c"}))
    operation("upload_either").sync(client=client, body="<a/>")
    operation("upload_either").sync(client=client, body=odd("models").UploadEitherJsonBody("1"))
    assert [(request.headers["content-type"], request.content) for request in sent] == [
        ("text/csv", b'a,"b"\n'),
        ("text/csv; charset=utf-8", "naïve".encode()),
        ("application/octet-stream", b"\xff"),
        ("image/png", b"\x89"),
        ("application/x-www-form-urlencoded", b"a=b+c"),
        ("application/xml", b"<a/>"),
        ("application/json", b'{"a":"1"}'),
    ]


def test_parameters_are_spelled_in_every_style(odd: Any, asking: Any, operation: Any) -> None:
    client, sent = asking(200, b"[1, {}]", "application/json")
    some = odd("models").Filter(kind="a b", least=Decimal("1E+1"))
    found = operation("search").sync(
        client=client,
        filter_=some,
        note="n/1",
        piped=["a", "b c"],
        spaced=[1, 2],
        flat=some,
        level=1.5,
        x_ids=["a", "b"],
        x_since=datetime(2025, 1, 2, tzinfo=UTC),
        x_filter=some,
        x_exploded=some,
        x_json=["a", "b,c"],
        x_amount=Decimal("1E-9"),
    )
    assert found == [1, {}]
    assert sent[0].url.raw_path == (
        b"/search?filter=%7B%22kind%22%3A%22a%20b%22%2C%22least%22%3A%2210%22%7D&note=n%2F1&piped=a%7Cb%20c"
        b"&spaced=1%202&flat=kind,a%20b,least,10&level=1.5"
    )
    assert {name: value for name, value in sent[0].headers.items() if name.startswith("x-")} == {
        "x-ids": "a,b",
        "x-since": "2025-01-02T00:00:00Z",
        "x-filter": "kind,a b,least,10",
        "x-exploded": "kind=a b,least=10",
        "x-json": '["a","b,c"]',
        "x-amount": "0.000000001",
    }


@pytest.mark.parametrize("given", [{"piped": ["a|b"]}, {"x_ids": ["a,b"]}, {"x_ids": ["a\nb"]}, {"x_amount": None}])
def test_what_could_be_read_as_something_else_is_not_sent(asking: Any, operation: Any, given: dict[str, Any]) -> None:
    client, sent = asking(200)
    with pytest.raises((TypeError, ValueError)):
        operation("search").sync(client=client, **given)
    assert not sent


@pytest.mark.parametrize(
    "given",
    [
        {"yes": [1], "no": "came all the same", "open": None, "other": {"a": 1}, "all": [1, "a", None], "none": [1]},
        {"bare": [{}], "map": {"a": [1], "b": None}, "closed": {"a": 1}},
        {"rate": 0.5, "steps": 1, "mixed": "auto"},
        {"rate": 1, "half": 2, "steps": 1.5, "mixed": 1},
        {"rate": 7.75, "steps": 3, "mixed": True},
        {"mixed": None, "flag": False, "wrong": 3, "listed": "new", "never": None},
        {"mixed": "new", "wrong": "1", "shapes": {"b": 2}},
        {"shapes": "y", "pi": 3.5, "three": 3, "nothing": None, "empty": [], "single": None},
        {"pair": {"a": [1, "x", True, None]}, "single": "only"},
    ],
)
def test_values_of_every_schema_come_and_go_as_they_are(odd: Any, given: dict[str, Any]) -> None:
    found = odd("models").Odd.from_dict(given)
    assert json.dumps(found.to_dict()) == json.dumps(given)


def test_a_schema_of_several_parts_is_what_fits_all_of_them(odd: Any) -> None:
    twice = {"word": "only", "amount": "1.50", "maybe": "x", "some": 1}
    given = {"remarked": "1.50", "limited": "2025-01-02", "borrowed": "2", "inner": ["a"], "twice": twice}
    found = odd("models").Odd.from_dict(given)
    assert found.to_dict() == given
    assert (found.remarked, found.limited, found.borrowed) == (Decimal("1.50"), date(2025, 1, 2), Decimal(2))
    assert found.twice.amount == Decimal("1.50")
    for name, value in (("amount", "x"), ("number", "x"), ("word", "other"), ("maybe", None), ("some", "auto")):
        with pytest.raises(odd("errors").DecodeError) as caught:
            odd("models").Twice.from_dict({"word": "only", name: value})
        assert caught.value.path == f"$.{name}"


def test_listed_numbers_stay_exact(asking: Any, operation: Any) -> None:
    client, _ = asking(200, b'{"exact": 0.10, "rate": 2, "steps": 900719925474099311}', "application/json")
    found = operation("get_report").sync("r", client=client)
    assert (str(found.exact), found.rate, type(found.rate), found.steps) == ("0.10", 2, int, 900719925474099311)


@pytest.mark.parametrize(
    "given",
    [
        {"pi": 3},
        {"three": True},
        {"nothing": 0},
        {"pair": {"a": [True, "x", True, None]}},
        {"pair": {"a": [1, "x", True]}},
        {"empty": {}},
        {"single": "other"},
        {"rate": "1"},
        {"rate": True},
        {"mixed": {}},
        {"flag": 1},
    ],
)
def test_a_constant_is_that_value_and_an_open_enumeration_keeps_its_types(odd: Any, given: dict[str, Any]) -> None:
    with pytest.raises(odd("errors").DecodeError) as caught:
        odd("models").Odd.from_dict(given)
    assert caught.value.path == f"$.{next(iter(given))}"
