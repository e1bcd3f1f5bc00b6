"""What the sandbox itself answers below ``/_sandbox/``: to programs, and to nobody else's pages."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from brokerage_positions.sandbox import Clock, Sandbox, faults

from .sales import ALPACA, CLEAR_STREET

KEYS = ("sandbox-key", "sandbox-secret")


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox("demo", seed=7, clock=Clock(running=False)) as running:
        yield running


@pytest.fixture
def control(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"{sandbox.url}/_sandbox") as client:
        yield client


def test_who_may_call_and_whose_positions_there_are(sandbox: Sandbox, control: httpx.Client) -> None:
    found = control.get("/accounts").json()
    assert found == {
        "alpaca": {
            "key": "sandbox-key",
            "secret": "sandbox-secret",
            "accounts": ["c8f1ef5d-edc0-4f23-9ee4-378f19cb92a4", "0d969814-40d6-4b2b-99ac-2e37427f692a"],
        },
        "clear_street": {"key": "sandbox-token", "accounts": [19816, 19817]},
    }
    auth = (found["alpaca"]["key"], found["alpaca"]["secret"])
    assert httpx.get(f"{sandbox.url}{ALPACA}", auth=auth).status_code == 200
    assert sandbox.log[0].number == 0
    assert len(sandbox.log) == 1


def test_a_fault_is_planted_strikes_and_is_cleared(sandbox: Sandbox, control: httpx.Client) -> None:
    rule = {"fault": "answer", "with": {"status": 504}, "method": "GET", "path": "/AAPL$", "times": 2}
    assert control.post("/faults", json=rule).status_code == 200
    statuses = [httpx.get(f"{sandbox.url}{ALPACA}{rest}", auth=KEYS).status_code for rest in ("/AAPL", "/TSLA")]
    assert statuses == [504, 200]
    (planted,) = control.get("/faults").json()["faults"]
    assert (planted["fault"], planted["fitted"], planted["struck"]) == ("answer_504", 1, 1)
    assert control.delete("/faults").status_code == 200
    assert httpx.get(f"{sandbox.url}{ALPACA}/AAPL", auth=KEYS).status_code == 200


def test_a_burst_strikes_so_many_in_a_row(sandbox: Sandbox, control: httpx.Client) -> None:
    control.post("/faults", json={"fault": "rate_limited", "nth": [2], "burst": 3})
    statuses = [httpx.get(f"{sandbox.url}{ALPACA}/AAPL", auth=KEYS).status_code for _ in range(6)]
    assert statuses == [200, 429, 429, 429, 200, 200]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("refuse", 403),
        ('{"fault": "answer", "with": {"status": 503}}', 503),
        ("html", 200),
        ("no_such_fault", 400),
        ("{", 400),
    ],
)
def test_a_request_may_ask_for_its_own_fault(sandbox: Sandbox, asked: str, status: int) -> None:
    headers = {"X-Sandbox-Fault": asked}
    struck = httpx.get(f"{sandbox.url}{ALPACA}/AAPL", auth=KEYS, headers=headers)
    assert struck.status_code == status
    assert httpx.get(f"{sandbox.url}{ALPACA}/AAPL", auth=KEYS).json()["symbol"] == "AAPL"
    assert [bool(entry.fault) for entry in sandbox.log] == [True, False]
    if status == 400:
        assert "X-Sandbox-Fault" in struck.text


def test_the_clock_moves_only_ahead_and_orders_fill_by_it(sandbox: Sandbox, control: httpx.Client) -> None:
    close = f"{sandbox.url}{ALPACA}/TSLA"
    assert httpx.delete(close, auth=KEYS).json()["status"] == "accepted"
    assert httpx.get(close, auth=KEYS).json()["qty"] == "-50"
    before = control.get("/clock").json()["nanoseconds"]
    assert control.post("/clock", json={"seconds": 1.5}).json()["nanoseconds"] == before + 1_500_000_000
    assert httpx.get(close, auth=KEYS).status_code == 404
    for wrong in ({"seconds": -1}, {"seconds": "1"}, {}, {"seconds": 1e400}):
        content = str(wrong).replace("'", '"').replace("inf", "1e400")
        assert control.post("/clock", content=content).status_code == 422


def test_a_snapshot_is_restored_and_a_reset_forgets_all(sandbox: Sandbox, control: httpx.Client) -> None:
    snapshot = control.get("/state")
    first = httpx.delete(f"{sandbox.url}{ALPACA}/TSLA?qty=5", auth=KEYS).json()
    sandbox.advance(5)
    assert httpx.get(f"{sandbox.url}{ALPACA}/TSLA", auth=KEYS).json()["qty"] == "-45"
    assert control.put("/state", content=snapshot.content).status_code == 200
    assert httpx.get(f"{sandbox.url}{ALPACA}/TSLA", auth=KEYS).json()["qty"] == "-50"
    control.post("/faults", json={"fault": "html"})
    assert control.post("/reset").status_code == 200
    assert control.get("/log").json() == control.get("/faults").json()["faults"] == []
    assert control.get("/state").json() == snapshot.json()
    assert httpx.delete(f"{sandbox.url}{ALPACA}/TSLA?qty=5", auth=KEYS).json() == first


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"accounts": 1}', '{"accounts": {"a": {}}, "settings": {}}'])
def test_what_is_no_snapshot_changes_nothing(sandbox: Sandbox, control: httpx.Client, content: str) -> None:
    before = sandbox.state
    assert control.put("/state", content=content).status_code == 422
    assert sandbox.state == before


def test_the_log_tells_from_a_number_on(sandbox: Sandbox, control: httpx.Client) -> None:
    for path in (ALPACA, CLEAR_STREET, ALPACA):
        httpx.get(f"{sandbox.url}{path}", auth=KEYS)
    found = control.get("/log", params={"since": "1"}).json()
    assert [(entry["number"], entry["status"], entry["broker"]) for entry in found] == [
        (1, 401, "clear_street"),
        (2, 200, "alpaca"),
    ]
    assert "sandbox-secret" not in control.get("/log").text
    assert control.get("/log", params={"since": "x"}).status_code == 422


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nothing", 404), ("GET", "/", 404), ("GET", "/reset", 405), ("POST", "/accounts", 405)],
)
def test_what_there_is_not_is_said(control: httpx.Client, method: str, path: str, status: int) -> None:
    found = control.request(method, path)
    assert found.status_code == status
    assert "/_sandbox/" in found.json()["error"]


@pytest.mark.parametrize("headers", [{"Origin": "http://example.com"}, {"Host": "example.com"}, {"Origin": "null"}])
def test_pages_of_others_reach_nothing(sandbox: Sandbox, control: httpx.Client, headers: dict[str, str]) -> None:
    httpx.get(f"{sandbox.url}{ALPACA}", auth=KEYS)
    assert control.post("/reset", headers=headers).status_code == 403
    assert "sandbox-secret" not in control.get("/accounts", headers=headers).text
    assert len(sandbox.log) == 1


def test_what_is_in_flight_at_a_reset_does_nothing_afterwards(sandbox: Sandbox) -> None:
    sandbox.plan(faults.delay(before=0.5), method="DELETE")
    with ThreadPoolExecutor() as threads:
        asked = threads.submit(httpx.delete, f"{sandbox.url}{ALPACA}/TSLA", auth=KEYS)
        while not sandbox.log:
            time.sleep(0.01)
        sandbox.reset()
        assert asked.result().status_code == 503
    assert sandbox.log == ()
    assert not [order for account in sandbox.state.accounts.values() for order in account.working if order.closing]
