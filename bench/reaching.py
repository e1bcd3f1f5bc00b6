"""``python -m bench.reaching``: how soon a new interpreter can list positions, and what one request costs.

The floors are ``import httpx`` and ``httpx.Client.get`` on the same answer; the server is a process of its own and
not counted.  alpaca-py runs beside ours if ``PEERS_PYTHON`` names a Python that has it.
"""

import os
import statistics
import subprocess
import sys
from collections.abc import Mapping
from typing import Final

from bench import answers
from bench.measure import ROOT, medians
from bench.serving import answered

ROUNDS: Final = 31 if os.environ.get("FULL") else 9
_REQUESTS: Final = 300
_GENERATED: Final = """
from uuid import UUID
from alpaca_broker_client import AuthenticatedClient
from alpaca_broker_client.api.trading.get_all_positions_for_account import sync
"""
_FLOOR: Final = "httpx"
_READY: Final[Mapping[str, tuple[str, float | None]]] = {
    _FLOOR: ("import httpx", None),
    "alpaca_broker_client": (f"{_GENERATED}AuthenticatedClient('https://host.test', 'token')", 1.35),
    "brokerage_positions": ("from brokerage_positions import BrokerClient; BrokerClient('key', 'secret')", 1.35),
}
_TIMED: Final = f"""
import sys, time
{{setup}}
for _ in range(20):
    {{call}}
start = time.process_time()
for _ in range({_REQUESTS}):
    {{call}}
print((time.process_time() - start) / {_REQUESTS})
"""
_ACCOUNT: Final = "00000000-0000-0000-0000-000000000001"
_REQUEST: Final[Mapping[str, tuple[str, str]]] = {
    _FLOOR: (
        "import httpx; client = httpx.Client(base_url=sys.argv[1], headers={'Authorization': 'Bearer token'})",
        f"client.get('/v1/trading/accounts/{_ACCOUNT}/positions')",
    ),
    "alpaca_broker_client": (
        f"{_GENERATED}client = AuthenticatedClient(sys.argv[1], 'token'); account = UUID('{_ACCOUNT}')",
        "sync(account, client=client)",
    ),
    "alpaca-py": (
        "from alpaca.broker.client import BrokerClient; client = BrokerClient('k', 's', url_override=sys.argv[1])",
        f"client.get_all_positions_for_account('{_ACCOUNT}')",
    ),
}


def main() -> int:
    """Print both tables; 1 if a limit is broken."""
    held = [_ready(), _request("alpaca_1_listed", 1.45), _request("alpaca_100", None)]
    return 0 if all(held) else 1


def _ready() -> bool:
    found = medians({name: ["-c", code] for name, (code, _) in _READY.items()}, ROUNDS)
    empty = medians({"python": ["-c", "pass"]}, ROUNDS)["python"].cpu
    print("\nready to list positions in a new interpreter, CPU time (`python -m bench.reaching`)")
    floor = found[_FLOOR].cpu
    print(f"  import httpx {floor * 1000:.0f} ms, of which Python itself {empty * 1000:.0f} ms")
    held = [_told(name, found[name].cpu / floor, limit) for name, (_, limit) in _READY.items() if limit]
    return all(held)


def _request(name: str, limit: float | None) -> bool:
    seen: dict[str, list[float]] = {}
    with answered(answers.make(name)) as url:
        for _ in range(ROUNDS):
            for client, (setup, call) in _REQUEST.items():
                python = os.environ.get("PEERS_PYTHON") if client == "alpaca-py" else sys.executable
                if python:
                    cost = _seconds(python, _TIMED.format(setup=setup, call=call), url)
                    seen.setdefault(client, []).append(cost)
    found = {client: statistics.median(costs) for client, costs in seen.items()}
    print(f"\none request answered with {name}, CPU time of the client")
    floor = found.pop(_FLOOR)
    print(f"  httpx.Client.get {floor * 1e6:.0f} µs")
    limits = {"alpaca_broker_client": limit}
    held = [_told(client, cost / floor, limits.get(client)) for client, cost in found.items()]
    return all(held)


def _seconds(python: str, code: str, url: str) -> float:
    path = os.pathsep.join(str(ROOT / part) for part in ("overrides", "generated_client"))
    done = subprocess.run(
        [python, "-c", code, url], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path}, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return float(done.stdout)


def _told(name: str, ratio: float, limit: float | None) -> bool:
    held = limit is None or ratio <= limit
    print(
        f"  {'ok    ' if held else 'BROKEN'} {name:<22}{ratio:5.2f} x httpx" + (f", at most {limit}" if limit else "")
    )
    return held


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
