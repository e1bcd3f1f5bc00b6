"""Scenarios: what a file says is what the sandbox has, and what is wrong with a file is said where it is."""

from decimal import Decimal
from pathlib import Path

import pytest

from brokerage_positions.sandbox import Clock, Sandbox, ScenarioError, State

SMALL = """
[settings]
fill_after = 10
[keys]
alpaca_key = "mine"
[[assets]]
symbol = "AAPL"
id = "b0b6dd9d-8b9b-48a9-ba46-b9d54906e415"
step = "0.25"
[[accounts]]
broker = "alpaca"
id = "c8f1ef5d-edc0-4f23-9ee4-378f19cb92a4"
[[accounts.positions]]
asset = "AAPL"
quantity = "-2.000000001"
average_price = "3"
price = "100"
previous_close = "5"
[[accounts.orders]]
asset = "AAPL"
side = "buy"
quantity = "1"
price = "4"
fills_after = 60
[[faults]]
fault = "rate_limited"
with = { retry_after = "1" }
nth = [2]
burst = 3
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "scenario.toml"
    path.write_text(text)
    return path


def test_what_is_written_is_what_is_held(tmp_path: Path) -> None:
    with Sandbox(written(tmp_path, SMALL), clock=Clock(running=False)) as sandbox:
        assert sandbox.credentials.alpaca_key == "mine"
        (account,) = sandbox.state.accounts.values()
        (held,) = account.positions.values()
        assert (held.quantity, held.previous_close) == (Decimal("-2.000000001"), Decimal(5))
        sandbox.advance(59)
        assert len(next(iter(sandbox.state.accounts.values())).working) == 1
        sandbox.advance(1)
        (account,) = sandbox.state.accounts.values()
        assert account.working == ()
        assert next(iter(account.positions.values())).quantity == Decimal("-1.000000001")


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('"-2.000000001"', "-2.5", r"accounts\[0\]\.positions\[0\]\.quantity"),
        ('"-2.000000001"', '"0.0"', r"accounts\[0\]\.positions\[0\]\.quantity"),
        (
            'asset = "AAPL"\nquantity',
            'asset = "MSFT"\nquantity',
            r"accounts\[0\]: no asset is called MSFT; there are AAPL",
        ),
        ('"rate_limited"', '"rate_limit"', r"faults\[0\]: no fault is called rate_limit; there are .*rate_limited"),
        ("retry_after", "body", r"faults\[0\]: rate_limited: .*'body'"),
        ("fill_after = 10", 'fill_after = "soon"', r"settings\.fill_after"),
        ("[settings]", "[setings]", "setings"),
        ("[settings]", "[settings", "scenario.toml: "),
        ('broker = "alpaca"', 'broker = "clear_street"', "at clear_street a whole number"),
    ],
)
def test_what_is_wrong_is_said_where_it_is(tmp_path: Path, old: str, new: str, where: str) -> None:
    assert old in SMALL
    with pytest.raises(ScenarioError, match=where):
        Sandbox(written(tmp_path, SMALL.replace(old, new)))


def test_a_scenario_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(ScenarioError, match="nowhere: no such file, nor a scenario of that name; there is demo"):
        Sandbox("nowhere")


def prices(state: State) -> list[Decimal]:
    return [held.price for account in state.accounts.values() for held in account.positions.values()]


def test_prices_walk_as_the_seed_says_however_often_one_looks() -> None:
    def walked(seed: int, *steps: float) -> list[list[Decimal]]:
        with Sandbox("demo", seed=seed, clock=Clock(running=False)) as sandbox:
            found = []
            for seconds in steps:
                sandbox.advance(seconds)
                found.append(prices(sandbox.state))
            return found

    once, often = walked(1, 1000), walked(1, *[10] * 100)
    assert once[-1] == often[-1]
    assert len({tuple(each) for each in often}) > 50
    assert walked(2, 1000)[-1] != once[-1]


def test_one_asset_has_one_price_in_all_accounts(tmp_path: Path) -> None:
    with Sandbox("demo", clock=Clock(running=False)) as sandbox:
        sandbox.advance(500)
        found = {
            held.price
            for account in sandbox.state.accounts.values()
            for held in account.positions.values()
            if held.asset.symbol == "TSLA" and held.quantity < 0
        }
        assert len(found) == 1


def test_with_every_tick_a_price_goes_one_step_up_or_down() -> None:
    with Sandbox("demo", seed=3, clock=Clock(running=False)) as sandbox:
        before = sandbox.state
        for _ in range(100):
            sandbox.advance(1)
            after = sandbox.state
            for name, account in before.accounts.items():
                for key, held in account.positions.items():
                    moved = after.accounts[name].positions[key].price - held.price
                    assert moved.copy_abs() == held.asset.step
            before = after
