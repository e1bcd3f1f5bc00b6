"""The brokers' own SDKs, unmodified, do all their positions calls against the sandbox, and read what they should.

They live in an environment of their own: ``PEERS_PYTHON`` is a Python with ``alpaca-py`` and ``clearstreet``.
"""

import json
import os
import subprocess
from pathlib import Path
from typing import Final

import httpx
import pytest

from brokerage_positions.sandbox import Sandbox

PYTHON: Final = os.environ.get("PEERS_PYTHON") or None


@pytest.mark.skipif(PYTHON is None, reason="PEERS_PYTHON is not set: a Python with alpaca-py and clearstreet")
def test_the_sdks_of_the_brokers_read_what_they_should(tmp_path: Path) -> None:
    with Sandbox("demo") as sandbox:
        accounts = httpx.get(f"{sandbox.url}/_sandbox/accounts").text
        done = subprocess.run(
            [str(PYTHON), str(Path(__file__).with_name("peers.py")), sandbox.url],
            input=accounts,
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert not [entry.problems for entry in sandbox.log if entry.problems]
    said = json.loads(done.stdout)
    assert said["alpaca"] == {
        "listed": {
            "AAPL": ["100", "long", "us_equity"],
            "TSLA": ["-50", "short", "us_equity"],
            "KO": ["4.123456789", "long", "us_equity"],
            "AAPL260918C00200000": ["10", "long", "us_option"],
            "BTCUSD": ["0.123456789", "long", "crypto"],
        },
        "one": ["AAPL", "100", "90"],
        "part": ["TSLA", "buy", "5", "market"],
        "share": ["KO", "2.061728394"],
        "refused": [404, 40410000],
        "closed": {"AAPL": 403, "TSLA": 403, "KO": 403, "AAPL260918C00200000": 200, "BTC/USD": 200},
        "again": {"AAPL": 200, "TSLA": 200, "KO": 200, "AAPL260918C00200000": 200, "BTC/USD": 200},
    }
    assert said["clear_street"] == {
        "listed": [["AAPL", "100", "LONG"], ["AAPL260918C00200000", "10", "LONG"], ["TSLA", "-50", "SHORT"]],
        "pages": [["AAPL", "AAPL260918C00200000"], ["TSLA"]],
        "chosen": ["AAPL", "AAPL260918C00200000"],
        "one": [["AAPL", "SELL", "100"]],
        "refused": 404,
        "rest": ["AAPL", "AAPL260918C00200000", "TSLA"],
    }
