"""The sandbox is held to the two documents: by their own examples, and against documents that say something else."""

import json
from typing import Any

import httpx
import pytest

from brokerage_positions.sandbox import Sandbox, contract, faults
from brokerage_positions.sandbox.contract import Operation, answer_problems, request_problems
from brokerage_positions.sandbox.contract.documents import FILES, document
from brokerage_positions.sandbox.contract.operations import Contract, Reader
from brokerage_positions.sandbox.messages import Answer, Request

from ..clients.documented import Example, examples
from .sales import ALPACA, CLEAR_STREET

EXAMPLES = list(examples())


def operation(example: Example) -> Operation:
    method, which = example.operation.split()
    (found,) = [
        each
        for each in contract.contract().operations
        if each.broker == example.broker
        and each.method == method.upper()
        and (each.template[-1] is None) == (which == "one")
    ]
    return found


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_every_documented_example_is_an_answer_that_the_sandbox_may_give(example: Example) -> None:
    answer = Answer(example.status, json.dumps(example.value).encode())
    assert list(answer_problems(operation(example), answer)) == []


@pytest.mark.parametrize(
    ("status", "body", "problem"),
    [
        (200, [{"symbol": "AAPL"}], "'asset_id' is a required property"),
        (200, {}, "is not of type"),
        (200, "html", "text/html is not documented"),
        (418, {"code": "418"}, '"message" is a required property'),
    ],
)
def test_an_answer_that_no_document_has_is_found(status: int, body: Any, problem: str) -> None:
    (listing, *_) = contract.contract().operations
    kind = "text/html" if body == "html" else "application/json"
    found = " ".join(answer_problems(listing, Answer(status, json.dumps(body).encode(), kind)))
    assert problem.replace("'", '"') in found.replace("'", '"')


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        (f"{CLEAR_STREET}?page_size=0", "page_size"),
        (f"{CLEAR_STREET}?page_size=ten", "page_size"),
        (f"{CLEAR_STREET}?sort_by=COLOUR", "sort_by"),
        (f"{CLEAR_STREET}?sort_by=", ""),
        (f"{CLEAR_STREET}?page_size=1000&sort_by=SYMBOL&sort_direction=DESC&instrument_ids=a,b", ""),
        ("/v1/accounts/x/positions", "account_id"),
        (ALPACA, ""),
        (ALPACA.replace("c8f1", "zzzz"), "account_id"),
    ],
)
def test_a_request_is_judged_by_its_document(target: str, problem: str) -> None:
    request = Request("GET", target)
    found = contract.contract().operation("GET", request.segments())
    assert found is not None
    told = list(request_problems(found, request))
    assert [each.partition(":")[0] for each in told] == ([problem] if problem else [])


def test_what_is_wrong_with_a_request_is_in_the_log() -> None:
    with Sandbox("demo") as sandbox:
        token = {"Authorization": f"Bearer {sandbox.credentials.clear_street_key}"}
        url = f"{sandbox.url}{CLEAR_STREET}"
        assert httpx.delete(url, headers=token).status_code == 200
        wrong = httpx.request("DELETE", url, headers=token, json={"cancel_orders": "yes"})
        assert wrong.status_code == 400
        assert [len(entry.problems) for entry in sandbox.log] == [0, 1]


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Both documents as they are, to be changed; a sandbox that is opened afterwards is held to the change."""
    found = {broker: document(broker) for broker in FILES}

    def compiled() -> Contract:
        return Contract(tuple(each for broker in FILES for each in Reader(broker, found[broker]).operations()))

    monkeypatch.setattr("brokerage_positions.sandbox.desk.contract", compiled)
    return found


def test_a_sandbox_that_drifts_from_its_document_says_so(changed: Any) -> None:
    changed["alpaca"]["components"]["schemas"]["Position"]["required"].append("colour")
    answers: list[httpx.Response] = []

    def ask() -> None:
        with Sandbox("demo") as sandbox:
            keys = (sandbox.credentials.alpaca_key, sandbox.credentials.alpaca_secret)
            answers.append(httpx.get(f"{sandbox.url}{ALPACA}", auth=keys))

    with pytest.raises(ExceptionGroup, match="the sandbox itself failed") as caught:
        ask()
    assert answers[0].status_code == 500
    assert "colour" in answers[0].json()["message"]
    assert "get_all_positions_for_account, status 200" in str(caught.value.exceptions[0])


def test_a_request_that_the_document_forbids_is_refused_and_does_nothing(changed: Any) -> None:
    (operation,) = [
        item["delete"] for path, item in changed["alpaca"]["paths"].items() if path.endswith("{symbol_or_asset_id}")
    ]
    (quantity,) = [each for each in operation["parameters"] if each["name"] == "qty"]
    quantity["schema"]["maxLength"] = 2
    with Sandbox("demo") as sandbox:
        keys = (sandbox.credentials.alpaca_key, sandbox.credentials.alpaca_secret)
        refused = httpx.delete(f"{sandbox.url}{ALPACA}/AAPL?qty=1.5", auth=keys)
        allowed = httpx.delete(f"{sandbox.url}{ALPACA}/AAPL?qty=15", auth=keys)
        first, second = sandbox.log
    assert (refused.status_code, refused.json()["code"], allowed.status_code) == (422, 42210001, 200)
    assert (len(first.placed), len(second.placed)) == (0, 1)
    assert "qty" in first.problems[0]


def test_a_planted_fault_is_not_held_to_the_documents_and_is_marked() -> None:
    with Sandbox("demo") as sandbox:
        sandbox.plan(faults.html(418))
        keys = (sandbox.credentials.alpaca_key, sandbox.credentials.alpaca_secret)
        assert "<html>" in httpx.get(f"{sandbox.url}{ALPACA}", auth=keys).text
        assert sandbox.log[0].fault == "html"
        assert sandbox.errors == []


@pytest.mark.parametrize("each", contract.contract().operations, ids=lambda each: each.id)
def test_every_operation_of_the_documents_is_played(each: Operation) -> None:
    account = "c8f1ef5d-edc0-4f23-9ee4-378f19cb92a4" if each.broker == "alpaca" else "19816"
    named = zip(each.template, each.names, strict=True)
    path = "/".join(part or (account if name == "account_id" else "TSLA") for part, name in named)
    with Sandbox("demo") as sandbox:
        keys = sandbox.credentials
        auth = (keys.alpaca_key, keys.alpaca_secret) if each.broker == "alpaca" else None
        headers = None if auth else {"Authorization": f"Bearer {keys.clear_street_key}"}
        assert httpx.request(each.method, f"{sandbox.url}/{path}", auth=auth, headers=headers).is_success
