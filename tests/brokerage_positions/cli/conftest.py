"""A faulty broker whose keys are canaries, a home of its own for each test, and ``positions`` run for real."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from brokerage_positions import Record
from brokerage_positions.journal import Journal

from ..broker import ALPACA_ACCOUNT, Clock, Credentials, FaultyBroker, Settings, sample_state
from .running import PLANTED, Home, Ran, run_here, run_process


@pytest.fixture
def broker() -> Iterator[FaultyBroker]:
    """Orders are accepted and never filled, so that a close shows in the available quantity alone."""
    state = sample_state(Settings(fill_after=None))
    credentials = Credentials(*PLANTED)
    with FaultyBroker(state, credentials=credentials, clock=Clock(running=False)) as running:
        yield running


@pytest.fixture
def home(tmp_path: Path, broker: FaultyBroker) -> Home:
    """The environment of a user of Alpaca's sandbox, which is the faulty broker."""
    return Home.at(tmp_path, broker.url, account=ALPACA_ACCOUNT)


@pytest.fixture
def positions(
    home: Home, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., Ran]]:
    """``positions`` in this process, with all that it wrote; no key may be in it."""
    ran: list[Ran] = []

    def run(*arguments: str) -> Ran:
        ran.append(run_here(arguments, home, monkeypatch, capfd))
        return ran[-1]

    yield run
    for each in ran:
        each.holds_no_key()


@pytest.fixture
def process(home: Home) -> Iterator[Callable[..., Ran]]:
    """``positions`` as a process of its own."""
    ran: list[Ran] = []

    def run(*arguments: str, **how: str) -> Ran:
        ran.append(run_process(arguments, home, **how))
        return ran[-1]

    yield run
    for each in ran:
        each.holds_no_key()


@pytest.fixture
def journaled(home: Home) -> Callable[[], list[Record]]:
    """What the sandbox's journal has on disk."""

    def read() -> list[Record]:
        with Journal(home.journal) as journal:
            return list(journal.records())

    return read
