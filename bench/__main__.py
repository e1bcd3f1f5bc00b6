"""``python -m bench``: what generating and answers cost, what becomes of closes.  ``FULL=1`` measures more rounds."""

import os
import platform
import sys
import tempfile
from pathlib import Path

from bench import closing, decoding, pages, reaching
from bench.measure import ROOT, Cost, medians

_STOCK = ("-m", "openapi_python_client", "generate", "--meta", "none", "--overwrite")
_READER = """import json, pathlib, sys
for page in pathlib.Path(sys.argv[1]).iterdir():
    json.loads(page.read_text().split("```")[1].removeprefix("json"))
"""
ROUNDS = 5 if os.environ.get("FULL") else 3


def main() -> int:
    """Print every table; 1 if a limit is broken."""
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} CPUs,")
    print(f"CPU seconds with child processes, medians of {ROUNDS} interleaved rounds\n")
    with tempfile.TemporaryDirectory() as name:
        held = [_repository(Path(name)), _pages(Path(name)), closing.main() == 0]
    held += [decoding.main() == 0, reaching.main() == 0]
    return 0 if all(held) else 1


def _repository(folder: Path) -> bool:
    stock = [
        [*_STOCK, "--path", f"openapi/{document}.yaml", "--output-path", str(folder / document)]
        for document in ("alpaca-broker", "clear-street")
    ]
    found = medians(
        {"check": ["-m", "generator", "check"], "stock a": stock[0], "stock c": stock[1], "python": ["-c", "pass"]},
        ROUNDS,
    )
    peer = found["stock a"].cpu + found["stock c"].cpu
    print("both documents and both packages from the extracts (`python -m generator check`)")
    print(
        f"  {_shown(found['check'])}, {found['check'].cpu / peer:.2f} x stock openapi-python-client on both documents"
    )
    print(f"  floor: starting Python {found['python'].cpu:.2f} s")
    return _limit("at most 10 s", found["check"].cpu <= 10)


def _pages(folder: Path) -> bool:
    commands = {}
    sizes = {}
    for count in (25, 50, 100, 200):
        (folder / f"{count}").mkdir()
        sizes[count] = pages.write(folder / f"{count}", count)
        into = str(folder / f"{count}.yaml")
        commands[f"{count}"] = ["-m", "generator", "build", "--pages", str(folder / f"{count}"), "--into", into]
    commands["floor"] = ["-c", _READER, str(folder / "100")]
    found = medians(commands, ROUNDS)
    print("\nReadMe pages to one document (`python -m generator build`)")
    for count, size in sizes.items():
        cost = found[f"{count}"]
        each = cost.cpu / count * 1000
        print(f"  {count:>3} pages, {size / 1e6:5.1f} MB: {_shown(cost)}, {each:5.1f} ms a page")
    hundred = found["100"]
    print(f"  100 pages are {hundred.cpu / found['floor'].cpu:.1f} x reading their JSON in a bare Python")
    growth = found["200"].cpu / found["50"].cpu
    return all(
        [
            _limit("100 pages in at most 5 s and 300 MB", hundred.cpu <= 5 and hundred.megabytes <= 300),
            _limit(f"linear: 200 pages cost {growth:.1f} x 50 pages, at most 4.4", growth <= 4.4),
        ]
    )


def _shown(cost: Cost) -> str:
    return f"{cost.cpu:5.2f} s, {cost.megabytes:4.0f} MB"


def _limit(what: str, held: bool) -> bool:
    print(f"  {'ok    ' if held else 'BROKEN'} {what}")
    return held


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
