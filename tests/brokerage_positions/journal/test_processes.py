"""Journals of several processes: races, kill -9, forks."""

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from brokerage_positions.journal import Journal, UnresolvedTwin, UsedAfterFork
from brokerage_positions.symbols import asset

from .conftest import Actor
from .samples import close

Start = Callable[[], Actor]

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")


def locks(path: Path) -> int:
    return len(list(path.parent.glob("*.lock")))


def test_of_processes_that_begin_twins_at_once_one_wins(actor: Start, path: Path) -> None:
    actors = [actor() for _ in range(3)]  # They open the journal, which is not there yet, at once too.
    assert [one.hear() for one in actors] == ["ready"] * 3
    for turn in range(20):
        for one in actors:
            one.tell(f"begin S{turn}")
        answers = [one.hear() for one in actors]
        assert answers.count("UnresolvedTwin") == 2
        with Journal(path) as journal:
            (winner,) = (record for record in journal.in_flight() if record.intent.asset == asset(f"S{turn}"))
            assert winner.id in answers


def test_a_plan_is_executed_by_one_process(actor: Start) -> None:
    actors = [actor() for _ in range(3)]
    assert [one.hear() for one in actors] == ["ready"] * 3
    for turn in range(10):
        for one in actors:
            one.tell(f"plan p{turn}")
        assert sorted(one.hear() for one in actors) == ["PlanAlreadyExecuted"] * 2 + ["ok"]


def test_a_close_of_a_living_process_is_in_flight_and_of_a_killed_one_unresolved(actor: Start, path: Path) -> None:
    other = actor()
    assert other.hear() == "ready"
    id = other.ask("begin AAPL")
    with Journal(path) as journal:
        assert [record.id for record in journal.in_flight()] == [id]
        assert journal.unresolved() == ()
        with pytest.raises(UnresolvedTwin, match="cannot be overridden") as refused:
            journal.begin(close(), override=[id])
        assert [record.id for record in refused.value.records] == [id]
        other.kill()
        assert journal.in_flight() == ()
        assert [record.id for record in journal.unresolved()] == [id]
        with pytest.raises(UnresolvedTwin, match="Resolve first"):
            journal.begin(close())
        journal.begin(close(), override=[id])
        assert journal.get(id).state == "overridden"


@pytest.mark.parametrize("seed", range(8))
def test_whatever_the_moment_of_a_kill_nothing_is_lost(actor: Start, path: Path, seed: int) -> None:
    chance = random.Random(seed)
    other = actor()
    assert other.hear() == "ready"
    other.tell("spin")
    said = [other.hear() for _ in range(chance.randrange(1, 40))]
    time.sleep(chance.random() / 100)
    said += other.kill()
    complete = [words for words in (line.split() for line in said) if len(words) == 2 and len(words[1]) == 32]
    begun = {id for word, id in complete if word == "begun"}
    finished = {id for word, id in complete if word == "finished"}
    with Journal(path) as journal:
        states = {record.id: record.state for record in journal.records()}
        left = journal.unresolved()
        assert begun <= states.keys()
        assert all(states[id] == "accepted" for id in finished)
        assert {record.id for record in left} == {id for id, state in states.items() if state == "open"}
        assert len(left) <= 1
        for record in left:
            assert record.given_up_at is None
            assert record.intent.asset is not None
            with pytest.raises(UnresolvedTwin):
                journal.begin(close(record.intent.asset))
            journal.finish(record.id, "unknown", {"why": "the process was killed"})
            assert journal.get(record.id).given_up_at is not None
            journal.finish(record.id, "placed", {})
            journal.begin(close(record.intent.asset))


def test_a_process_that_closes_its_journal_in_flight_leaves_an_unresolved_close(actor: Start, path: Path) -> None:
    other = actor()
    assert other.hear() == "ready"
    id = other.ask("begin AAPL")
    assert other.ask("close") == "ok"
    with Journal(path) as journal:
        assert [record.id for record in journal.unresolved()] == [id]


def test_lock_files_go_when_nothing_needs_them(actor: Start, path: Path) -> None:
    idle, busy = actor(), actor()
    assert [idle.hear(), busy.hear()] == ["ready"] * 2
    id = busy.ask("begin AAPL")
    idle.kill()
    busy.kill()
    assert locks(path) == 2
    with Journal(path) as journal:
        assert locks(path) == 2  # Its own, and that of the owner of an unresolved close.
        journal.finish(id, "not_placed", {})
    assert locks(path) == 0
    assert [file.name for file in path.parent.iterdir()] == ["closes.db"]


@needs_fork
def test_a_child_that_outlives_its_parent_does_not_keep_it_alive(actor: Start, path: Path) -> None:
    other = actor()
    assert other.hear() == "ready"
    id = other.ask("begin AAPL")
    child = int(other.ask("fork"))
    try:
        with Journal(path) as journal:
            assert journal.get(id).in_flight
            other.process.kill()
            other.process.wait(timeout=30)
            patience = time.monotonic() + 30
            while not journal.unresolved() and time.monotonic() < patience:  # The child may be a moment old.
                time.sleep(0.01)
            os.kill(child, 0)
            assert [record.id for record in journal.unresolved()] == [id]
    finally:
        os.kill(child, signal.SIGKILL)


@needs_fork
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
@pytest.mark.parametrize("in_memory", [False, True])
def test_a_journal_is_refused_after_a_fork(path: Path, in_memory: bool) -> None:
    with Journal(None if in_memory else path) as journal:
        intent = close(f"FORK{in_memory}")
        journal.begin(intent)
        read, write = os.pipe()
        child = os.fork()
        if not child:
            try:
                journal.close()  # Does nothing: it is not the child's to close.
                journal.finish(intent.id, "accepted")
            except UsedAfterFork as error:
                with Journal(None if in_memory else path) as own:
                    seen = own.records()
                os.write(write, f"{len(seen)} {error}".encode())
            finally:
                os._exit(0)
        os.close(write)
        os.waitpid(child, 0)
        with os.fdopen(read) as said:
            count, _, text = said.read().partition(" ")
        assert "new client after the fork" in text
        assert int(count) == (0 if in_memory else 1)
        assert journal.get(intent.id).in_flight
        journal.finish(intent.id, "accepted")
