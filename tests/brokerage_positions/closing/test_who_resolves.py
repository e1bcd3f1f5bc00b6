"""Who resolves a close, when, and with which questions."""

from collections.abc import Callable

import pytest

from ..broker import (
    FaultyBroker,
    faults,
)
from ..clients.calling import Caller, Name, Style
from .losing import SURE, fills_at_once, lost


def test_another_client_resolves_what_this_one_left(
    make: Callable[..., Caller], broker: FaultyBroker, name: Name, style: Style
) -> None:
    fills_at_once(broker)
    error = lost(make(name, style), broker, faults.act_then_drop())
    other = make(name, style)
    (record,) = other.client.unresolved()
    assert record.id == error.close_id
    assert other.resolve(record.id, **SURE).kind == "placed"


def test_each_broker_resolves_its_own(alpaca: Caller, clear_street: Caller, broker: FaultyBroker) -> None:
    error = lost(alpaca, broker, faults.drop_before_acting())
    assert clear_street.client.unresolved() == ()
    with pytest.raises(ValueError, match="at alpaca, not at clear_street"):
        clear_street.resolve(error.close_id, **SURE)


def test_what_is_settled_is_not_resolved_again(caller: Caller, broker: FaultyBroker) -> None:
    error = lost(caller, broker, faults.drop_before_acting())
    caller.run(error.resolve(**SURE))
    with pytest.raises(ValueError, match="nothing to resolve"):
        caller.run(error.resolve(**SURE))


def test_bad_questions_are_refused(caller: Caller, broker: FaultyBroker) -> None:
    error = lost(caller, broker, faults.drop_before_acting())
    with pytest.raises(TypeError):
        caller.run(error.resolve(sure=True))
    for wrong in ({"settle": -1.0}, {"settle": float("nan")}, {"settle": 0.0, "fills_within": -1.0}):
        with pytest.raises(ValueError, match="seconds"):
            caller.run(error.resolve(**{**SURE, **wrong}))
