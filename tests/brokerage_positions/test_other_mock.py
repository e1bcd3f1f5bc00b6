"""Our clients against a mock server nobody here wrote (Prism), which serves the two documents.

``PRISM`` is the path of the ``prism`` command (npm: @stoplight/prism-cli); without it these tests skip and say so.
"""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from brokerage_positions import BrokerClient, ClearStreet, ClosePositionRequest, Options, Placed

ROOT: Final = Path(__file__).resolve().parents[2]
PRISM: Final = os.environ.get("PRISM") or shutil.which("prism")
ACCOUNT: Final = "c8f1ef5d-edc0-4f23-9ee4-378f19cb92a4"

pytestmark = pytest.mark.skipif(PRISM is None, reason="PRISM is not set: the path of Prism's command")


@contextmanager
def _serving(document: str) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(PRISM), "mock", "--host", "127.0.0.1", "--port", str(port), str(ROOT / "openapi" / document)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()


def _wait_for(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"Prism does not listen on {port}")


def test_alpaca() -> None:
    with _serving("alpaca-broker.yaml") as url, BrokerClient("key", "secret", base_url=url) as client:
        assert "AAPL" in [position.symbol for position in client.get_all_positions_for_account(ACCOUNT)]
        assert client.get_open_position_for_account(ACCOUNT, "AAPL").symbol == "AAPL"
        assert client.close_position_for_account(ACCOUNT, "AAPL", ClosePositionRequest(qty=1)).symbol == "AAPL"
        report = client.close_all_positions_for_account(ACCOUNT)
        assert [type(entry).__name__ for entry in report] == ["Placed", "Rejected", "Unmentioned"]


def test_clear_street() -> None:
    blind = Options(read_before=False)  # its mock positions do not change
    with _serving("clear-street.yaml") as url, ClearStreet("key", base_url=url) as client:
        assert client.v1.positions.get_positions(19816).first().data[0].symbol == "AAPL"
        assert client.v1.positions.close_position("AAPL", account_id=19816, options=blind).data
        report = client.v1.positions.close_positions(19816, cancel_orders=True, options=blind)
        assert all(isinstance(entry, Placed) for entry in report)
