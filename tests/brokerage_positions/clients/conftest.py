"""A broker that misbehaves as planned, and clients of it: each broker, blocking and on asyncio."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from brokerage_positions import Record
from brokerage_positions.journal import Journal

from ..broker import Clock, FaultyBroker, Settings, sample_state
from .calling import NAMES, STYLES, Caller, Name, Style, open_caller


@pytest.fixture
def broker() -> Iterator[FaultyBroker]:
    """Orders are accepted and never filled, so that a close shows in the available quantity alone."""
    with FaultyBroker(sample_state(Settings(fill_after=None)), clock=Clock(running=False)) as running:
        yield running


@pytest.fixture(params=STYLES)
def style(request: pytest.FixtureRequest) -> Style:
    found: Style = request.param
    return found


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> Name:
    found: Name = request.param
    return found


@pytest.fixture
def journal_path(tmp_path: Path) -> Path:
    return tmp_path / "closes.db"


@pytest.fixture
def journaled(journal_path: Path) -> Callable[[], list[Record]]:
    """What is on disk, read by a journal of its own, as another process would."""

    def read() -> list[Record]:
        with Journal(journal_path) as journal:
            return list(journal.records())

    return read


@pytest.fixture
def make(broker: FaultyBroker, journal_path: Path) -> Iterator[Callable[..., Caller]]:
    """Makes clients of the broker, and closes them in the end."""
    made: list[Caller] = []

    def caller(name: Name, style: Style, **connection: Any) -> Caller:
        settings = {"base_url": broker.url, "journal": journal_path, **connection}
        made.append(open_caller(name, style, **settings))
        return made[-1]

    yield caller
    for each in made:
        each.end()


@pytest.fixture
def caller(make: Callable[..., Caller], name: Name, style: Style) -> Caller:
    """Each of the four clients."""
    return make(name, style)


@pytest.fixture
def alpaca(make: Callable[..., Caller], style: Style) -> Caller:
    return make("alpaca", style)


@pytest.fixture
def clear_street(make: Callable[..., Caller], style: Style) -> Caller:
    return make("clear_street", style)
