"""The proof in TypeScript: what it needs, and that it can fail.  The proof itself is ``make test-typescript``."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from .typescript.proof import node

HERE: Final = Path(__file__).parent / "typescript"
VECTORS: Final = HERE.parent.parent.parent / "openapi" / "vectors"
RUNNER: Final = HERE / "node_modules" / ".built" / "runner.js"


def without_node(**environment: str) -> subprocess.CompletedProcess[str]:
    """Ask for the proof in an environment that has neither pyright's Node nor another."""
    command = [sys.executable, "-S", str(HERE / "proof.py"), "test"]
    inherited = {name: value for name, value in os.environ.items() if name not in ("CI", "PYTHONPATH")}
    return subprocess.run(
        command, env={**inherited, "PATH": "", **environment}, capture_output=True, text=True, check=False
    )


def test_without_node_it_is_skipped_and_says_so() -> None:
    ran = without_node()
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr.startswith("skipped: tests/languages/typescript: there is no Node 20 or later: install it")


def test_in_ci_it_is_never_skipped() -> None:
    ran = without_node(CI="true")
    assert ran.returncode == 2
    assert ran.stderr.startswith("error: tests/languages/typescript: there is no Node")


def test_the_lock_pins_every_package_by_its_content_and_names_no_registry() -> None:
    packages = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    others = {name: package for name, package in packages.items() if name}
    assert others
    assert not [name for name, package in others.items() if not package.get("integrity", "").startswith("sha512-")]
    assert not [name for name, package in others.items() if "resolved" in package]
    asked = packages[""]
    pins = {**asked["dependencies"], **asked["devDependencies"]}
    assert not [name for name, version in pins.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)]


def wrong(vector: dict[str, Any]) -> dict[str, Any]:
    """The same vector, expecting something else."""
    if "request" in vector:
        return {**vector, "request": {**vector["request"], "query": vector["request"]["query"] + "&x=1"}}
    if "value" in vector:
        return {**vector, "value": "something else"}
    return {**vector, "error": {"kind": "something else"}}


@pytest.mark.skipif(not RUNNER.is_file(), reason="make test-typescript has not been run")
def test_the_runner_notices_every_vector_that_expects_something_else(tmp_path: Path) -> None:
    count = 0
    for document in ("alpaca-broker", "clear-street"):
        (tmp_path / f"{document}.yaml").write_bytes((VECTORS.parent / f"{document}.yaml").read_bytes())
        for path in (VECTORS / document).glob("*.json"):
            file = json.loads(path.read_text("utf-8"))
            kind = "requests" if "requests" in file else "responses"
            file[kind] = [wrong(vector) for vector in file[kind]]
            count += len(file[kind])
            copy = tmp_path / "vectors" / document / path.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(json.dumps(file), "utf-8")
    ran = subprocess.run(
        [str(node()), str(RUNNER), str(tmp_path / "vectors")], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (1, f"0 vectors passed, {count} failed\n")
