"""Without a path: one journal guards the process."""

import gc
from uuid import uuid4

import pytest

from brokerage_positions.journal import Journal, JournalError, PlanAlreadyExecuted, UnresolvedTwin

from .samples import close


def test_all_clients_of_the_process_share_it() -> None:
    account = str(uuid4())
    intent = close(account=account)
    with Journal() as one, Journal() as two:
        one.begin(intent)
        with pytest.raises(UnresolvedTwin, match="in flight"):
            two.begin(close(account=account), override=[intent.id])
    with Journal() as three:
        assert three.records(account=account)[0].unresolved  # Its client is gone, and never said how it ended.
        with pytest.raises(UnresolvedTwin, match="Resolve first"):
            three.begin(close(account=account))
        three.finish(intent.id, "not_placed")
        three.begin(close(account=account))


def test_a_client_that_was_dropped_is_gone() -> None:
    account = str(uuid4())
    dropped = Journal()
    dropped.begin(close(account=account))
    del dropped
    gc.collect()
    with Journal() as journal:
        assert journal.records(account=account)[0].unresolved


def test_plans_are_executed_once() -> None:
    with Journal() as one, Journal() as two:
        one.consume_plan("memory")
        with pytest.raises(PlanAlreadyExecuted, match="Plan memory was executed at"):
            two.consume_plan("memory")


def test_a_closed_one_is_refused() -> None:
    journal = Journal()
    journal.close()
    journal.close()
    with pytest.raises(JournalError, match=r"Nothing was sent\. .* is closed"):
        journal.begin(close())
