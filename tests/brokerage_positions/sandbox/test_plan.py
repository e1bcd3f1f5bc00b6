"""Which request meets which fault."""

import httpx
import pytest

from brokerage_positions.sandbox import Sandbox, faults
from brokerage_positions.sandbox.faults import FAULTS, Fault
from brokerage_positions.sandbox.messages import Request
from brokerage_positions.sandbox.plan import Plan, Rule

from .sales import ALPACA, AUTH, sell


def test_rules_choose_by_method_path_and_place(broker: Sandbox) -> None:
    broker.plan(faults.answer(500, acts=False), method="DELETE", path="/AAPL$", nth={2, 3}, times=1)
    assert httpx.get(f"{broker.url}{ALPACA}/AAPL", auth=AUTH).status_code == 200
    assert httpx.delete(f"{broker.url}{ALPACA}/TSLA", auth=AUTH).status_code == 200
    assert [sell(broker, 1).status_code for _ in range(4)] == [200, 500, 200, 200]
    broker.plan(faults.answer(502))
    broker.clear_plan()
    assert sell(broker, 1).status_code == 200


def test_the_same_seed_gives_the_same_faults() -> None:
    def draw(seed: int) -> list[str]:
        plan = Plan(seed)
        plan.add(Rule(faults.act_then_drop(), probability=0.3))
        plan.add(Rule(faults.html(), probability=0.5))
        return [plan.fault_for(Request("DELETE", ALPACA)).name for _ in range(200)]

    assert draw(1) == draw(1) != draw(2)
    assert set(draw(1)) == {"", "act_then_drop", "html"}


@pytest.mark.parametrize("given", [{"method": "DELETE"}, {"path": "/AAPL"}])
def test_what_is_never_read_cannot_be_chosen_by_what_it_says(broker: Sandbox, given: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="nothing is read"):
        broker.plan(faults.reset_on_connect(), method=given.get("method"), path=given.get("path"))


def test_every_fault_has_its_name_in_the_table() -> None:
    made = {
        name for name, value in vars(faults).items() if getattr(value, "__annotations__", {}).get("return") is Fault
    }
    assert FAULTS.keys() == made
