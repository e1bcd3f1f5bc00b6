"""A close whose outcome gets lost, for the tests of what becomes of it."""

from typing import Any

import pytest
from attrs import evolve

from brokerage_positions import (
    OutcomeUnknown,
)

from ..broker import (
    FaultyBroker,
    Settings,
    faults,
)
from ..clients.calling import Caller

#: Nobody else trades; what was given up acts at once or never; what is placed is filled at once.
SURE: dict[str, Any] = {"exclusive": True, "settle": 0.02, "fills_within": 0.0}


def lost(caller: Caller, broker: FaultyBroker, fault: faults.Fault, **how: Any) -> OutcomeUnknown:
    """The error of a close whose outcome is unknown because of the fault."""
    broker.plan(fault, method="DELETE", times=1)
    with pytest.raises(OutcomeUnknown) as raised:
        caller.close(**how)
    broker.clear_plan()
    return raised.value


def fills_at_once(broker: FaultyBroker) -> None:
    broker.update(lambda state: evolve(state, settings=Settings(fill_after=0.0)))
