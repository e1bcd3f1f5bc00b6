"""A journal that cannot be kept: a clear error before anything is sent, and what it means for the money."""

import copy
import os
import pickle
import sqlite3
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from brokerage_positions.journal import (
    IllegalTransition,
    Journal,
    JournalError,
    PlanAlreadyExecuted,
    UnknownRecord,
    UnresolvedTwin,
)

from .conftest import ROOT
from .samples import close


def written(path: Path, *statements: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    return connection


def fails(path: Path) -> str:
    with pytest.raises(JournalError) as failure:
        Journal(path, wait=0.1)
    assert failure.value.money == "Nothing was sent."
    assert str(path) in str(failure.value)
    assert failure.value.todo
    return str(failure.value)


@pytest.mark.parametrize("path", ["", " ", ":memory:"])
def test_a_path_is_a_file(path: str) -> None:
    with pytest.raises(ValueError, match="give no path"):
        Journal(path)


def test_no_folder(tmp_path: Path) -> None:
    assert "cannot be opened" in fails(tmp_path / "missing" / "closes.db")


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    assert "cannot be opened" in fails(tmp_path)


def test_no_database(path: Path) -> None:
    path.write_text("Dear diary, " * 100)
    assert "is no SQLite database" in fails(path)
    assert path.read_text() == "Dear diary, " * 100


def test_the_database_of_another_program(path: Path) -> None:
    written(path, "CREATE TABLE recipes (name)").close()
    before = path.read_bytes()
    assert "another program" in fails(path)
    assert path.read_bytes() == before


def test_a_newer_format(path: Path) -> None:
    Journal(path).close()
    written(path, "PRAGMA user_version = 2").close()
    assert "Upgrade brokerage-positions" in fails(path)


def test_damage(path: Path) -> None:
    with Journal(path) as journal:
        for number in range(50):
            journal.begin(close(f"S{number}"))
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    assert "is damaged" in fails(path)


def test_a_row_changed_by_hand(path: Path) -> None:
    with Journal(path) as journal:
        journal.begin(close())
        written(path, "UPDATE closes SET asset = 'AAPL'").close()
        with pytest.raises(JournalError, match=r"Nothing was sent\. .* changed by hand"):
            journal.begin(close())


def test_locked_by_another(path: Path) -> None:
    with Journal(path, wait=0.1) as journal:
        intent = close()
        journal.begin(intent)
        other = written(path, "BEGIN IMMEDIATE")
        with pytest.raises(JournalError, match=r"Nothing was sent\. .* is locked"):
            journal.begin(close("MSFT"))
        with pytest.raises(JournalError, match=f"close {intent.id} is 'accepted' is not on disk.* is locked"):
            journal.finish(intent.id, "accepted")
        assert "is locked" in fails(path)
        other.execute("ROLLBACK")
        journal.finish(intent.id, "accepted")
        journal.begin(close("MSFT"))
        other.close()


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be removed on this system")
@pytest.mark.parametrize("pattern", ["*.lock", "closes.db"])
def test_a_file_that_was_removed_under_it(path: Path, pattern: str) -> None:
    with Journal(path) as journal:
        for file in path.parent.glob(pattern):
            file.unlink()
        with pytest.raises(JournalError, match=r"Nothing was sent\. .* was removed or replaced"):
            journal.begin(close())


def test_a_closed_journal(path: Path) -> None:
    journal = Journal(path)
    journal.close()
    with pytest.raises(JournalError, match=r"Nothing was sent\. .* is closed"):
        journal.begin(close())
    with pytest.raises(JournalError, match="is closed"):
        journal.records()


def test_one_file_has_one_journal_by_whatever_name(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere"
    link.mkdir()
    (link / "link.db").symlink_to(path)
    with Journal(path) as journal, Journal(link / "link.db") as other:
        journal.begin(close())
        assert len(other.in_flight()) == 1


LIMITED = """
import resource, sys
from brokerage_positions.journal import Journal, JournalError
from tests.brokerage_positions.journal.samples import close
with Journal(sys.argv[1]) as journal:
    size = resource.RLIMIT_FSIZE
    resource.setrlimit(size, (64 * 1024, resource.getrlimit(size)[1]))
    begun = 0
    try:
        for number in range(1000):
            journal.begin(close(f"S{number}"))
            begun += 1
    except JournalError as error:
        print(begun, error)
    assert len(journal.records()) == begun
    resource.setrlimit(size, (resource.getrlimit(size)[1],) * 2)
    journal.begin(close("MORE"))
"""

READ_ONLY = """
import os, sys
from brokerage_positions.journal import Journal, JournalError
if os.geteuid() == 0:  # Modes do not bind root.
    os.seteuid(65534)
try:
    Journal(sys.argv[1])
except JournalError as error:
    print(error)
"""


def in_a_process(code: str, path: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", code, str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "overrides"},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
    ).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on this system")
def test_a_disk_that_is_full(path: Path) -> None:
    begun, _, text = in_a_process(LIMITED, path).partition(" ")
    assert int(begun) > 0
    assert text.startswith("Nothing was sent.")
    assert "disk" in text
    with Journal(path) as journal:
        assert len(journal.unresolved()) == int(begun) + 1


@pytest.mark.skipif(sys.platform == "win32", reason="no modes on this system")
def test_a_file_that_may_not_be_written() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "closes.db")
        Journal(path).close()
        path.chmod(0o444)
        path.parent.chmod(0o555)
        text = in_a_process(READ_ONLY, path)
        path.parent.chmod(0o755)
    assert text.startswith(f"Nothing was sent. The journal {path} cannot be written")


def test_errors_survive_pickling_and_copying(path: Path) -> None:
    with Journal(path) as journal:
        journal.begin(close())
        records = journal.records()
    errors: list[Exception] = [
        UnresolvedTwin(records, datetime.now(UTC)),
        PlanAlreadyExecuted("p", datetime.now(UTC)),
        UnknownRecord("", "There is no close 'x'.", "Look again."),
        IllegalTransition("Nothing was sent.", "It is final.", ""),
    ]
    for error in errors:
        for twin in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
            assert type(twin) is type(error)
            assert str(twin) == str(error)
            assert vars(twin) == vars(error)
