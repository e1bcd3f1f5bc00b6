"""One journal, many threads; many journals, one process."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from brokerage_positions.journal import Intent, Journal, UnresolvedTwin

from .samples import close


@pytest.mark.parametrize("shared", [True, False])
def test_of_threads_that_begin_twins_at_once_one_wins(path: Path, shared: bool) -> None:
    journals = [Journal(path)] * 4 if shared else [Journal(path) for _ in range(4)]

    def attempt(number: int) -> bool:
        try:
            journals[number % 4].begin(close(f"S{number // 4}"))
        except UnresolvedTwin:
            return False
        return True

    with ThreadPoolExecutor(4) as threads:
        won = list(threads.map(attempt, range(40)))
    assert [sum(won[turn : turn + 4]) for turn in range(0, 40, 4)] == [1] * 10
    assert len(journals[0].in_flight()) == 10
    for journal in journals:
        journal.close()


def test_a_journal_outlives_the_thread_that_opened_it(path: Path) -> None:
    def begin() -> tuple[Journal, Intent]:
        journal, intent = Journal(path), close()
        journal.begin(intent)
        return journal, intent

    with ThreadPoolExecutor(1) as thread:
        journal, intent = thread.submit(begin).result()
    with Journal(path) as other:
        assert other.get(intent.id).in_flight
        journal.close()
        assert [record.id for record in other.unresolved()] == [intent.id]
