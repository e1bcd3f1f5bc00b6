"""``python -m bench.decoding``: what typed answers cost, beside a floor and the vendors' SDKs in the same run.

Each decoder is a process of its own (``bench/decoders``), asked in turn.  The floor is msgspec; the SDKs run if
``PEERS_PYTHON`` names a Python that has them (alpaca-py, clearstreet).
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from bench import answers
from bench.measure import ROOT

ROUNDS: Final = 31 if os.environ.get("FULL") else 9
_DECODERS: Final = Path(__file__).parent / "decoders"
#: Times in one round, so that each takes some tens of milliseconds; and the limit, as a ratio to the floor.
_CASES: Final[Mapping[str, tuple[int, float]]] = {
    "alpaca_1": (2000, 3.1),
    "alpaca_100": (40, 2.4),
    "alpaca_10000": (1, 2.3),
    "clear_street_1000": (4, 2.8),
    "closed_1000": (2, 5.5),
}
_FLOOR: Final = "msgspec Struct"
_PROGRAMS: Final[Mapping[str, str]] = {
    _FLOOR: "structs",
    "ours": "ours",
    "alpaca-py": "alpaca_py",
    "clearstreet": "clearstreet_sdk",
}


def main() -> int:
    """Print the table; 1 if a limit is broken."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as running:
        for name in answers.NAMES:
            Path(folder, name).write_bytes(answers.make(name))
        decoders = {name: running.enter_context(_started(program, folder)) for name, program in _PROGRAMS.items()}
        found = {case: _measured(case, decoders) for case in _CASES}
    print("\ndecoding an answer, CPU time (`python -m bench.decoding`)")
    held = [_told(case, costs) for case, costs in found.items()]
    return 0 if all(held) else 1


Decoder = subprocess.Popen[str]


@contextmanager
def _started(program: str, folder: str) -> Iterator[Decoder | None]:
    python = sys.executable if program in ("structs", "ours") else os.environ.get("PEERS_PYTHON")
    if not python:
        yield None
        return
    path = os.pathsep.join(str(ROOT / part) for part in ("overrides", "generated_client"))
    command = [python, str(_DECODERS / f"{program}.py"), folder]
    environment = {**os.environ, "PYTHONPATH": path}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def _measured(case: str, decoders: Mapping[str, Decoder | None]) -> dict[str, float]:
    seen: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, decoder in decoders.items():
            if decoder is not None and (cost := _asked(decoder, case)) is not None:
                seen.setdefault(name, []).append(cost)
    return {name: statistics.median(costs) for name, costs in seen.items()}


def _asked(decoder: Decoder, case: str) -> float | None:
    assert decoder.stdin is not None
    assert decoder.stdout is not None
    print(case, _CASES[case][0], file=decoder.stdin, flush=True)
    answer = decoder.stdout.readline().strip()
    if not answer:
        raise SystemExit(f"{decoder.args!r}: ended without an answer")
    return None if answer == "-" else float(answer)


def _told(case: str, costs: Mapping[str, float]) -> bool:
    floor, ours, limit = costs[_FLOOR], costs["ours"], _CASES[case][1]
    peers = "".join(f", {name} {cost / floor:.2f} x" for name, cost in costs.items() if name not in (_FLOOR, "ours"))
    held = ours / floor <= limit
    print(f"  {'ok    ' if held else 'BROKEN'} {case:<18} {ours / floor:5.2f} x msgspec Struct, at most {limit}{peers}")
    return held


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
