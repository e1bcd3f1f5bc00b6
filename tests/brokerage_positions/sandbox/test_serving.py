"""The sandbox as a whole: who may call, what the log tells, many callers at once, a process of its own."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from brokerage_positions.sandbox import Clock, Credentials, Sandbox, Settings, State, faults, files, ordered

from .samples import AAPL, ALPACA_ACCOUNT, CLEAR_STREET_ACCOUNT, account, position, sample_state

ALPACA = f"/v1/trading/accounts/{ALPACA_ACCOUNT}/positions"
CLEAR_STREET = f"/v1/accounts/{CLEAR_STREET_ACCOUNT}/positions"


class Bearer(httpx.Auth):
    def __init__(self, token: str) -> None:
        self.token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self.token}"
        yield request


@pytest.mark.parametrize("path", [ALPACA, CLEAR_STREET])
def test_a_wrong_key_is_refused_and_no_key_is_logged(path: str) -> None:
    secret = "planted-1f9d"
    credentials = Credentials(secret, secret, secret)
    with Sandbox(sample_state(), credentials=credentials) as broker, httpx.Client(base_url=broker.url) as client:
        assert client.delete(path, auth=("test-key", "test-secret")).status_code == 401
        assert client.delete(path, headers={"Authorization": "Bearer test-token"}).status_code == 401
        right: httpx.Auth = httpx.BasicAuth(secret, secret) if path == ALPACA else Bearer(secret)
        assert client.delete(path, auth=right).is_success
        assert [len(each.placed) > 0 for each in broker.log] == [False, False, True]
        assert dict(broker.log[2].headers)["authorization"] in ("Basic ***", "Bearer ***")
        assert secret not in repr((broker.log, broker.log[2].headers, credentials))


def test_the_log_tells_what_came_in_and_what_was_done() -> None:
    target = f"{CLEAR_STREET}/AAPL?x=%2F"
    with Sandbox(sample_state(), clock=Clock(running=False)) as broker:
        broker.advance(2)
        headers = {"Authorization": "Bearer test-token", "X-Who": "me"}
        httpx.request("DELETE", broker.url + target, json={"cancel_orders": False}, headers=headers)
        (entry,) = broker.log
    assert (entry.method, entry.target) == ("DELETE", target)
    assert json.loads(entry.body) == {"cancel_orders": False}
    assert (entry.broker, entry.account, entry.status, entry.fault) == ("clear_street", CLEAR_STREET_ACCOUNT, 200, "")
    assert ("x-who", "me") in entry.headers
    assert entry.time == entry.placed[0].placed == Clock(running=False).now() + 2_000_000_000


@pytest.mark.parametrize("sent", [b"nonsense\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n"])
def test_what_is_no_request_is_refused_and_logged(sent: bytes) -> None:
    with Sandbox(sample_state()) as broker:
        port = int(broker.url.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            connection.sendall(sent)
            assert connection.recv(1 << 16).startswith(b"HTTP/1.1 400 ")
        assert [(entry.method, entry.status) for entry in broker.log] == [("", 400)]


def test_requests_sent_in_one_piece_are_answered_in_their_order() -> None:
    request = f"GET {ALPACA}/%s HTTP/1.1\r\nHost: broker\r\n%s\r\n"
    with Sandbox(sample_state()) as broker:
        port = int(broker.url.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            connection.sendall((request % ("A", "") + request % ("B", "Connection: close\r\n")).encode())
            found = b""
            while piece := connection.recv(1 << 16):
                found += piece
        assert found.count(b"HTTP/1.1 401 ") == 2
        assert [entry.target[-1] for entry in broker.log] == ["A", "B"]


def test_many_connections_at_once_lose_and_double_nothing() -> None:
    state = State({ALPACA_ACCOUNT: account(ALPACA_ACCOUNT, "alpaca", position(AAPL, "150"))})
    fresh = {"Connection": "close"}
    with Sandbox(state) as broker, httpx.Client(headers=fresh, auth=("test-key", "test-secret")) as client:

        def sell(_: int) -> int:
            return client.delete(f"{broker.url}{ALPACA}/AAPL?qty=1").status_code

        with ThreadPoolExecutor(20) as pool:
            statuses = list(pool.map(sell, range(200)))
        assert (statuses.count(200), statuses.count(404)) == (150, 50)
        assert ordered(broker.log) == -150
        assert len({order.id for each in broker.log for order in each.placed}) == 150
        assert len({each.connection for each in broker.log}) == 200


def test_a_broker_that_is_over_listens_no_more() -> None:
    with Sandbox(sample_state()) as broker, httpx.Client() as client:
        client.get(broker.url)  # Kept alive: open connections do not keep the server.
    with pytest.raises(httpx.ConnectError):
        httpx.get(broker.url)


def test_who_watches_is_told_of_requests_that_were_dropped_too() -> None:
    told: list[tuple[str, int]] = []
    with Sandbox(sample_state(), watch=lambda _, entry: told.append((entry.fault, len(entry.placed)))) as broker:
        broker.plan(faults.act_then_drop(), method="DELETE")
        broker.plan(faults.drop_before_acting(), method="GET")
        for method in ("GET", "DELETE"):
            with pytest.raises(httpx.TransportError):
                httpx.request(method, f"{broker.url}{ALPACA}/AAPL", auth=("test-key", "test-secret"))
        broker.wait_until_idle()
    assert told[0] == ("drop_before_acting", 0)
    assert told[-1] == ("act_then_drop", 1)


def test_a_process_ends_when_told_to() -> None:
    command = [sys.executable, "-m", "brokerage_positions.sandbox", "--port", "0", "--seconds", "60"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[3], text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("http://127.0.0.1:")
        process.terminate()
        assert process.wait(timeout=10) == 0


def test_a_process_keeps_its_state_and_log_through_a_kill(tmp_path: Path) -> None:
    path, plan = tmp_path / "state.json", tmp_path / "plan.json"
    files.write_state(sample_state(Settings(fill_after=None)), path)
    plan.write_text(json.dumps([{"fault": "answer", "with": {"status": 504}, "method": "DELETE", "nth": [2]}]))
    command = [
        sys.executable,
        "-m",
        "brokerage_positions.sandbox",
        "--port",
        "0",
        "--state",
        str(path),
        "--plan",
        str(plan),
    ]
    statuses: list[int] = []
    for quantity in (5, 6):
        process = subprocess.Popen(
            [*command, "--seconds", "60"],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[3],
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            text=True,
        )
        try:
            assert process.stdout is not None
            url = process.stdout.readline().strip()
            for _ in range(2):
                answer = httpx.delete(f"{url}{ALPACA}/AAPL?qty={quantity}", auth=("sandbox-key", "sandbox-secret"))
                statuses.append(answer.status_code)
        finally:
            process.kill()
            process.communicate(timeout=10)
        with path.with_name("state.json.log").open("a") as log_file:
            log_file.write('{"number": 99, "meth')  # As a kill in the middle of a line would leave it.
    assert statuses == [200, 504, 200, 504]
    log = files.read_log(path.with_name("state.json.log"))
    assert ordered(log, ALPACA_ACCOUNT, "AAPL") == -22
    assert [each.number for each in log] == [0, 1, 2, 3]
    working = files.read_state(path).accounts[ALPACA_ACCOUNT].working
    assert [order.quantity for order in working] == [5, 5, 6, 6]
    assert working == tuple(order for each in log for order in each.placed)
