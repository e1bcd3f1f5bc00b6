"""Each fault does what its name says: to the client, to the money and to the log."""

import base64
import http.client
import json
import re
import socket

import httpx
import pytest
from attrs import evolve

from brokerage_positions.sandbox import Sandbox, faults
from brokerage_positions.sandbox.faults import Fault, Framing

from .sales import ALPACA, AUTH, CLEAR_STREET, TOKEN, sell, sold
from .samples import ALPACA_ACCOUNT, BTC, OPTION, sample_state


def raw(broker: Sandbox, request: bytes) -> bytes:
    """All bytes that come back until the server closes."""
    port = int(broker.url.rpartition(":")[2])
    found = b""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request)
        while piece := connection.recv(1 << 16):
            found += piece
    return found


def raw_request(broker: Sandbox, *headers: str, method: str = "GET") -> bytes:
    basic = f"Basic {base64.b64encode(':'.join(AUTH).encode()).decode()}"
    lines = (f"{method} {ALPACA}/AAPL HTTP/1.1", "Host: broker", f"Authorization: {basic}", *headers, "", "")
    return raw(broker, "\r\n".join(lines).encode())


@pytest.mark.parametrize(
    ("fault", "error", "amount"),
    [
        (faults.reset_on_connect(), httpx.TransportError, 0),
        (faults.drop_before_reading(), httpx.ReadError, 0),
        (faults.drop_before_acting(), httpx.ReadError, 0),
        (faults.drop_before_acting(reset=False), httpx.RemoteProtocolError, 0),
        (faults.act_then_drop(), httpx.ReadError, 5),
        (faults.act_then_drop(reset=False), httpx.RemoteProtocolError, 5),
        (faults.act_then_cut(), httpx.RemoteProtocolError, 5),
        (faults.act_then_cut(0, "chunked"), httpx.RemoteProtocolError, 5),
    ],
    ids=repr,
)
def test_an_answer_is_lost(broker: Sandbox, fault: Fault, error: type[Exception], amount: int) -> None:
    broker.plan(fault)
    with pytest.raises(error):
        sell(broker)
    (entry,) = broker.log
    assert entry.fault == fault.name
    assert entry.method == ("" if fault.reads == "nothing" else "DELETE")
    assert entry.status == (None if fault.wire.silent else 200)
    assert sold(broker) == amount


def test_a_cut_without_a_length_leaves_no_trace_but_broken_json(broker: Sandbox) -> None:
    broker.plan(faults.act_then_cut(framing="until_close"))
    answer = sell(broker)
    assert answer.status_code == 200
    with pytest.raises(json.JSONDecodeError):
        answer.json()
    assert sold(broker) == 5


def test_an_answer_that_hangs_half_way_runs_into_the_clients_timeout(broker: Sandbox) -> None:
    broker.plan(faults.hang(60))
    with httpx.stream("DELETE", f"{broker.url}{ALPACA}/AAPL?qty=5", auth=AUTH, timeout=0.3) as answer:
        with pytest.raises(httpx.ReadTimeout):
            answer.read()
        assert 0 < answer.num_bytes_downloaded < int(answer.headers["Content-Length"])
    assert sold(broker) == 5


def test_a_body_is_dropped_unread(broker: Sandbox) -> None:
    broker.plan(faults.drop_before_reading(), method="DELETE")
    with pytest.raises(httpx.TransportError):
        httpx.request("DELETE", broker.url + CLEAR_STREET, headers=TOKEN, json={"cancel_orders": True})
    assert [(entry.method, entry.body, entry.placed) for entry in broker.log] == [("DELETE", b"", ())]


def test_a_connection_is_refused_only_as_long_as_asked(broker: Sandbox) -> None:
    with broker.refusing(), pytest.raises(httpx.ConnectError):
        sell(broker)
    assert broker.log == ()
    assert sell(broker).status_code == 200


@pytest.mark.parametrize("status", [204, 304, 408, 425, 429, 499, 500, 502, 504, 520])
@pytest.mark.parametrize("acts", [True, False])
def test_another_status_is_answered_with_or_without_acting(broker: Sandbox, status: int, acts: bool) -> None:
    broker.plan(faults.answer(status, acts))
    answer = sell(broker)
    assert answer.status_code == status
    assert answer.headers["X-Request-ID"]
    assert broker.log[0].status == status
    assert sold(broker) == (5 if acts else 0)


def test_an_answer_can_be_a_switch_of_protocols_that_nobody_asked_for(broker: Sandbox) -> None:
    broker.plan(faults.answer(101))
    assert raw_request(broker, "Connection: close", method="DELETE").startswith(b"HTTP/1.1 101 Switching Protocols\r\n")
    assert len(broker.log[0].placed) == 1


def test_what_is_late_is_done_when_its_time_has_come(broker: Sandbox) -> None:
    broker.plan(faults.act_late(30), times=1)
    assert sell(broker).status_code == 504
    broker.advance(29)
    assert sold(broker) == 0
    broker.advance(1)
    assert sold(broker) == 5
    assert broker.log[0].placed[0].placed == broker.log[0].time + 30_000_000_000


def test_a_close_all_can_fail_half_way(broker: Sandbox) -> None:
    broker.plan(faults.act_in_part(2))
    answer = httpx.delete(broker.url + ALPACA, auth=AUTH)
    assert (answer.status_code, answer.json().keys()) == (500, {"code", "message"})
    assert [order.asset.symbol for order in broker.log[0].placed] == ["AAPL", "TSLA"]
    assert {held.asset for held in broker.state.accounts[ALPACA_ACCOUNT].positions.values()} == {OPTION, BTC}


@pytest.mark.parametrize("fault", [faults.delay(before=0.4), faults.delay(after=0.4)])
def test_a_client_that_has_given_up_is_served_all_the_same(broker: Sandbox, fault: Fault) -> None:
    broker.plan(fault)
    with pytest.raises(httpx.ReadTimeout):
        sell(broker, timeout=0.1)
    broker.wait_until_idle()
    assert sold(broker) == 5


def test_waiting_takes_in_what_was_sent_but_not_yet_read(broker: Sandbox) -> None:
    port = int(broker.url.rpartition(":")[2])
    for number in range(1, 51):
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            connection.sendall(f"GET {ALPACA} HTTP/1.1\r\nHost: broker\r\n\r\n".encode())
        broker.wait_until_idle()
        assert len(broker.log) == number


def test_waiting_for_a_broker_at_work_has_an_end(broker: Sandbox) -> None:
    broker.plan(faults.delay(before=60))
    with pytest.raises(httpx.ReadTimeout):
        sell(broker, timeout=0.2)
    with pytest.raises(TimeoutError):
        broker.wait_until_idle(0.05)


@pytest.mark.parametrize("framing", ["length", "chunked", "until_close"])
def test_a_trickle_is_whole_in_the_end(broker: Sandbox, framing: Framing) -> None:
    fault = faults.trickle(piece=50, pause=0.001)
    broker.plan(evolve(fault, wire=evolve(fault.wire, framing=framing)))
    with httpx.stream("DELETE", f"{broker.url}{ALPACA}/AAPL?qty=5", auth=AUTH) as answer:
        pieces = list(answer.iter_raw())
    assert len(pieces) > 1
    assert json.loads(b"".join(pieces))["qty"] == "5"


def test_informational_answers_come_before_the_real_one(broker: Sandbox) -> None:
    broker.plan(faults.informational())
    statuses = re.findall(rb"HTTP/1\.1 (\d+)", raw_request(broker, "Connection: close"))
    assert statuses == [b"100", b"102", b"103", b"200"]
    assert sell(broker).status_code == 200


def test_a_client_that_waits_to_be_told_to_go_on_is_told_so(broker: Sandbox) -> None:
    headers = ("Content-Length: 0", "Expect: 100-continue", "Connection: close")
    assert re.findall(rb"HTTP/1\.1 (\d+)", raw_request(broker, *headers, method="DELETE")) == [b"100", b"200"]


def test_a_kept_connection_closes_as_it_is_used_again(broker: Sandbox) -> None:
    broker.plan(faults.close_when_reused(), nth=1)
    connection = http.client.HTTPConnection(broker.url.removeprefix("http://"), timeout=10)
    connection.request("GET", f"{ALPACA}/AAPL")
    assert b"40110000" in connection.getresponse().read()
    connection.request("DELETE", f"{ALPACA}/AAPL")
    with pytest.raises(ConnectionResetError):
        connection.getresponse()
    connection.close()
    assert [(entry.method, entry.connection, entry.fault, entry.status) for entry in broker.log] == [
        ("GET", 0, "close_when_reused", 401),
        ("DELETE", 0, "reused", None),
    ]


def test_an_error_of_the_broker_itself_is_not_swallowed() -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    with (
        pytest.raises(ExceptionGroup, match="sandbox itself") as caught,
        Sandbox(sample_state(), watch=fail) as broker,
        pytest.raises(httpx.TransportError),
    ):
        sell(broker)
    assert [str(error) for error in caught.value.exceptions] == ["disk full"]
