"""A close that may double an earlier one of unknown outcome is refused, until that is resolved or answered for."""

from collections.abc import Callable

import pytest
from attrs import evolve

from brokerage_positions import (
    Record,
    UnresolvedTwin,
)

from ..broker import (
    AAPL,
    FaultyBroker,
    Settings,
    State,
    account,
    faults,
    position,
)
from ..clients.calling import QUICK, Caller, Style
from .losing import SURE, lost

Journaled = Callable[[], list[Record]]


def test_an_override_by_name_lets_the_next_one_through(
    caller: Caller, broker: FaultyBroker, journaled: Journaled
) -> None:
    error = lost(caller, broker, faults.drop_before_acting())
    caller.close(options=evolve(QUICK, override=(error.close_id,)))
    assert [record.state for record in journaled()] == ["overridden", "accepted"]


@pytest.mark.parametrize("other", ["AAPL", AAPL.id, AAPL.id.upper()])
def test_a_twin_is_refused_under_any_name(caller: Caller, broker: FaultyBroker, other: str) -> None:
    lost(caller, broker, faults.act_then_drop())
    with pytest.raises(UnresolvedTwin, match="Nothing was sent"):
        caller.close(other)
    with pytest.raises(UnresolvedTwin):
        caller.close_all()
    caller.close("TSLA")
    assert sum(entry.method == "DELETE" for entry in broker.log) == 2


def test_without_a_path_the_process_is_guarded(make: Callable[..., Caller], broker: FaultyBroker, style: Style) -> None:
    one = "7a1f0c52-0000-4000-8000-00000000000" + str(("blocking", "asyncio").index(style))
    broker.update(lambda state: State({one: account(one, "alpaca", position(AAPL, "100"))}, Settings(fill_after=None)))
    first = make("alpaca", style, journal=None, account=one)
    second = make("alpaca", style, journal=None, account=one)
    error = lost(first, broker, faults.drop_before_acting())
    with pytest.raises(UnresolvedTwin):
        second.close()
    assert second.resolve(error.close_id, **SURE).kind == "not_placed"
