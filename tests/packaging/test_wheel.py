"""A real wheel in a fresh environment: exactly the shipped packages, and at peace with the ``overrides`` of PyPI."""

import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from generator import store

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = {"brokerage_positions", "alpaca_broker_client", "clear_street_client"}

USE_IT = """
import sys
import overrides                                  # the package of that name on PyPI, not our folder
assert overrides.override, overrides
import brokerage_positions, alpaca_broker_client, clear_street_client
loaded = [name for name in sys.modules if ".models." in name]
assert not loaded, loaded
from alpaca_broker_client.models import Position
read = Position.from_dict({SAMPLE})
print(type(read.qty).__name__, read.qty, read.to_dict()["qty"], brokerage_positions.alpaca.__name__)
"""


def _run(*command: object, cwd: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out, cwd=ROOT)
    return next(out.glob("*.whl"))


def _needed(name: str, seen: set[str]) -> Iterator[Distribution]:
    """A distribution and all it needs, from the environment the tests run in."""
    if name in seen:
        return
    seen.add(name)
    found = distribution(name)
    yield found
    for text in found.requires or ():
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield from _needed(requirement.name, seen)


@pytest.fixture(scope="module")
def fresh(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a new environment with the wheel, what it says it needs, and ``overrides``: nothing else."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    _run(sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", wheel, cwd=home)
    site = Path(_run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip())
    seen = {"brokerage-positions"}
    requirements = [Requirement(text).name for text in distribution("brokerage-positions").requires or ()]
    for each in [d for name in [*requirements, "overrides"] for d in _needed(name, seen)]:
        for top in {file.parts[0] for file in each.files or () if not file.parts[0].startswith(("..", "__"))}:
            target = site / top
            if not target.exists():
                target.symlink_to(Path(str(each.locate_file(top))))
    return python


def test_holds_exactly_the_shipped_packages(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == PACKAGES
    assert all(f"{package}/py.typed" in names for package in PACKAGES)
    assert not [name for name in names if "__pycache__" in name or "template" in name]
    committed = {
        path.relative_to(root).as_posix()
        for root in (ROOT / "overrides", ROOT / "generated_client")
        for package in PACKAGES
        for path in (root / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    copied = {f"brokerage_positions/sandbox/documents/{path.name}" for path in (ROOT / "openapi").glob("*.yaml")}
    assert {name for name in names if name.split("/")[0] in PACKAGES} == committed | copied


def test_says_what_it_needs_and_under_which_licence(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    metadata = next(archive.read(n).decode() for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
    wanted = [Requirement(line.split(": ")[1]) for line in metadata.splitlines() if line.startswith("Requires-Dist")]
    plain = {each.name for each in wanted if "extra" not in str(each.marker)}
    assert plain == {"attrs", "filelock", "httpx", "python-dateutil", "tenacity"}
    assert "License-Expression: MIT" in metadata


def test_works_in_a_fresh_environment_beside_overrides(fresh: Path, tmp_path: Path) -> None:
    document = store.read_yaml(ROOT / "openapi" / "alpaca-broker.yaml")
    one = "/v1/trading/accounts/{account_id}/positions/{symbol_or_asset_id}"
    media = document["paths"][one]["get"]["responses"]["200"]["content"]["application/json"]
    sample = {**next(iter(media["examples"].values()))["value"], "qty": "0.000000001"}
    shown = _run(fresh, "-I", "-c", USE_IT.replace("{SAMPLE}", repr(sample)), cwd=tmp_path)
    assert shown.split() == ["Decimal", "1E-9", "0.000000001", "alpaca_broker_client"]
