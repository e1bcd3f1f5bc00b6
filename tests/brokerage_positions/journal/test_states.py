"""Random histories of one journal file: several owners, some of which die, against a model of what may follow what."""

import shutil
import tempfile
from pathlib import Path

import pytest
from attrs import define
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from brokerage_positions.journal import IllegalTransition, Journal, State, UnresolvedTwin

from .samples import close, close_all

SENT: set[State] = {"accepted", "refused", "not_sent", "unknown"}
RESOLVED: set[State] = {"placed", "not_placed", "overridden"}
STATES: list[State] = [*sorted(SENT), *sorted(RESOLVED), "open"]


@define
class Expected:
    """What the model knows of a close; ``symbol`` is '' for a close of all."""

    id: str
    symbol: str
    owner: Journal | None
    state: State = "open"

    @property
    def pending(self) -> bool:
        return self.state in ("open", "unknown")

    @property
    def in_flight(self) -> bool:
        return self.state == "open" and self.owner is not None


class Histories(RuleBasedStateMachine):
    journals = Bundle[Journal]("journals")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.alive: list[Journal] = []
        self.closes: list[Expected] = []

    @rule(target=journals)
    def start(self) -> Journal:
        self.alive.append(Journal(self.folder / "closes.db"))
        return self.alive[-1]

    @rule(journal=consumes(journals))
    def die(self, journal: Journal) -> None:
        journal.close()
        self.alive.remove(journal)
        for one in self.closes:
            if one.owner is journal:
                one.owner = None

    @rule(journal=journals, symbol=st.sampled_from(["AAPL", "MSFT", ""]), override=st.booleans())
    def begin(self, journal: Journal, symbol: str, override: bool) -> None:
        twins = [one for one in self.closes if one.pending and (not symbol or one.symbol in ("", symbol))]
        free = [one for one in twins if override and not one.in_flight]
        intent = close(symbol) if symbol else close_all()
        named = [one.id for one in twins] if override else []
        if free != twins:
            with pytest.raises(UnresolvedTwin) as refused:
                journal.begin(intent, override=named)
            assert [record.id for record in refused.value.records] == [one.id for one in twins if one not in free]
            return
        journal.begin(intent, override=named)
        for one in free:
            one.state = "overridden"
        self.closes.append(Expected(intent.id, symbol, journal))

    @rule(journal=journals, data=st.data(), state=st.sampled_from(STATES))
    def finish(self, journal: Journal, data: st.DataObject, state: State) -> None:
        if not self.closes:
            return
        one = data.draw(st.sampled_from(self.closes))
        legal = (
            (one.state == "unknown" and state in RESOLVED)
            or (one.state == "open" and one.owner is journal and state in SENT)
            or (one.state == "open" and one.owner is None and state in {*RESOLVED, "unknown"})
        )
        if not legal:
            with pytest.raises(IllegalTransition, match=one.id):
                journal.finish(one.id, state)
            return
        journal.finish(one.id, state, {"state": state})
        assert journal.get(one.id).detail == {"state": state}
        one.state = state

    @invariant()
    def every_journal_tells_the_same(self) -> None:
        for journal in self.alive:
            assert [(record.id, record.state) for record in journal.records()] == [
                (one.id, one.state) for one in self.closes
            ]
            assert [record.id for record in journal.in_flight()] == [one.id for one in self.closes if one.in_flight]
            assert [record.id for record in journal.unresolved()] == [
                one.id for one in self.closes if one.pending and not one.in_flight
            ]

    def teardown(self) -> None:
        for journal in self.alive:
            journal.close()
        shutil.rmtree(self.folder)


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=15, stateful_step_count=25)
