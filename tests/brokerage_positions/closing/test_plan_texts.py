"""A plan as text: what it says is what it means, and what is no plan is refused."""

import pytest

from brokerage_positions import (
    Limits,
    Plan,
    PlanAlreadyExecuted,
    PlanRefused,
)

from ..broker import FaultyBroker
from ..clients.calling import Caller


def deletes(broker: FaultyBroker) -> list[str]:
    return [entry.target for entry in broker.log if entry.method == "DELETE"]


def test_a_plan_survives_as_text(caller: Caller, broker: FaultyBroker) -> None:
    plan = caller.plan_all(Limits(positions=9, notional="99999", tolerance="0.5", max_age=60))
    read = Plan.from_json(plan.to_json())
    assert read == plan
    assert read.digest == plan.digest
    assert str(read) == str(plan)
    with pytest.raises(RuntimeError, match="give it to execute"):
        read.execute()
    assert len(caller.execute(read)) == len(plan.lines)
    with pytest.raises(PlanAlreadyExecuted):
        caller.run(plan.execute())


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ('"use_close_all": false', '"use_close_all": "false"'),
        ('"cancel_orders": null', '"cancel_orders": "no"'),
        ('"format": 1', '"format": 2'),
        ('"max_age": 300.0', '"max_age": NaN'),
        ('"max_age": 300.0', '"max_age": Infinity'),
        ('"max_age": 300.0', '"max_age": "9999"'),
        ('"positions": null', '"positions": "3"'),
        ('"notional": null', '"notional": "none"'),
        ('+00:00"', '"'),
        ('"broker": "', '"broker": "x'),
        ('"quantity": "100"', '"quantity": "NaN"'),
        ('"quantity": "100"', '"quantity": 100.0'),
        ('"lines": [', '"lines": [7, '),
        ('"symbol": "AAPL"', '"symbol": 7'),
        ('"asked": {', '"asked": {"qty": "-1", "percentage": null}, "was": {'),
        ("{", ""),
        ("{", "[" * 100_000),
    ],
)
@pytest.mark.parametrize("name", ["alpaca"])
@pytest.mark.parametrize("style", ["blocking"])
def test_what_is_no_plan_is_a_value_error(caller: Caller, said: str, instead: str) -> None:
    text = caller.plan_all().to_json()
    assert said in text
    with pytest.raises(ValueError, match="not a plan"):
        Plan.from_json(text.replace(said, instead, 1))


def test_a_text_that_says_one_thing_and_means_another_is_refused(caller: Caller, broker: FaultyBroker) -> None:
    plan = caller.plan_all()
    text = plan.to_json()
    for said, instead in (
        ('"symbol": "AAPL"', '"symbol": "TSLA"'),
        (f'{plan.lines[0].target}"', f'{plan.lines[0].target}?qty=1"'),
    ):
        assert said in text
        with pytest.raises(PlanRefused, match="not the request"):
            caller.execute(Plan.from_json(text.replace(said, instead, 1)))
    assert deletes(broker) == []


@pytest.mark.parametrize("wrong", [{"notional": "abc"}, {"notional": -1}, {"tolerance": "NaN"}, {"max_age": -1.0}])
def test_limits_are_numbers(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"limit|max_age"):
        Limits(**wrong)  # type: ignore[arg-type]


def test_limits_are_no_floats() -> None:
    with pytest.raises(TypeError):
        Limits(notional=0.1)  # type: ignore[arg-type]
