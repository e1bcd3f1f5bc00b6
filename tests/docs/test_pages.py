"""Every block of the pages runs, against the sandbox that they tell a reader to start."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import httpx
import pytest
from packaging.requirements import Requirement

from brokerage_positions.cli.exits import MEANINGS
from docs.blocks import RUN, blocks
from docs.build import HERE, ROOT

from .reader import ADDRESS, PATIENCE, START, Reader, environment

PAGES: Final = sorted((HERE / "pages").glob("*.md"))


@contextmanager
def running(*command: str) -> Generator[str, None, None]:
    """Host and port of a sandbox that is started so."""
    with subprocess.Popen(
        [sys.executable, "-m", *command], stdout=subprocess.PIPE, text=True, env=environment()
    ) as process:
        assert process.stdout is not None
        try:
            yield urlsplit(process.stdout.readline().strip()).netloc
        finally:
            process.terminate()


@pytest.fixture
def address() -> Iterator[str]:
    """A sandbox of one page's own.  It ends by itself, should nobody be left to end it."""
    with running("brokerage_positions.sandbox", "--port", "0", "--seconds", str(PATIENCE)) as found:
        yield found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_block_of_a_page_runs(page: Path, tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.chdir(ROOT if page.stem in ("porting", "house") else folder)
    reader = Reader(page, folder, address)
    found = [block for block in blocks(page) if block.language in RUN]
    assert found, "a page without anything to run: is a fence misspelt?"
    for block in found:
        reader.do(block)


def test_what_the_pages_install_is_offered() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [line for page in PAGES for block in blocks(page) for line in block.text.splitlines() if line[:4] == "pip "]
    asked = [Requirement(word) for line in lines for word in shlex.split(line)[2:]]
    named = {extra for one in asked if one.name == project["name"] for extra in one.extras}
    assert named, "no page says how to install"
    assert named <= project["optional-dependencies"].keys()


def test_every_target_that_the_pages_make_is_one() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    lines = [line.split() for page in PAGES for block in blocks(page) for line in block.text.splitlines()]
    made = {words[1] for words in lines if words[:1] == ["make"] and len(words) > 1}
    assert made, "no page says what to make"
    assert made <= set(re.findall(r"^([a-z-]+):.*## ", makefile, re.M))


@pytest.mark.skipif(not os.environ.get("PEERS_PYTHON"), reason="PEERS_PYTHON names no Python with the brokers' SDKs")
@pytest.mark.parametrize("page", [one for one in PAGES if one.stem.startswith("from-")], ids=lambda page: page.stem)
def test_the_code_that_is_moved_away_from_ran_too(page: Path, address: str) -> None:
    (diff,) = [block for block in blocks(page) if block.language == "diff"]
    code = diff.before().replace(ADDRESS, address)
    ran = subprocess.run([os.environ["PEERS_PYTHON"], "-c", code], text=True, capture_output=True, timeout=PATIENCE)
    assert ran.returncode == 0, ran.stderr


def test_a_reader_starts_the_sandbox_as_the_first_page_says() -> None:
    assert f"\n{START}\n" in (HERE / "pages" / "index.md").read_text("utf-8")
    words = START.replace("8400", "0").split()[1:]
    with running("brokerage_positions.cli", *words) as found:
        keys = httpx.get(f"http://{found}/_sandbox/accounts").json()
    assert keys["alpaca"]["key"] == "sandbox-key"


def test_the_exit_codes_are_those_of_the_command() -> None:
    page = (HERE / "pages" / "command-line.md").read_text("utf-8")
    assert re.findall(r"^\| (\d+) \| (.+) \|$", page, re.M) == [
        (str(int(code)), text) for code, text in MEANINGS.items()
    ]
