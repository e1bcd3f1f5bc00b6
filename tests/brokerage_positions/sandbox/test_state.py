"""The arithmetic of accounts: what a close sells, what holds it back, when it fills."""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from brokerage_positions.sandbox.state import (
    SECOND,
    Account,
    Order,
    Position,
    Settings,
    Shortage,
    State,
    available,
    cancel_working,
    close,
    settle,
    share,
)

from .samples import AAPL, ALPACA_ACCOUNT, BTC, TSLA, account, position, resting_order


def holding(quantity: str, settings: Settings | None = None) -> State:
    held = account(ALPACA_ACCOUNT, "alpaca", position(AAPL, quantity))
    return State({ALPACA_ACCOUNT: held}, settings or Settings())


def only(state: State) -> Account:
    return state.accounts[ALPACA_ACCOUNT]


def aapl(state: State) -> Position:
    return only(state).positions[AAPL.id]


def placed(state: State, quantity: Decimal | None = None, now: int = 0) -> tuple[State, Order]:
    state, order = close(state, ALPACA_ACCOUNT, aapl(state), quantity, now)
    assert isinstance(order, Order)
    return state, order


@pytest.mark.parametrize(("quantity", "side"), [("5.5", "sell"), ("-5.5", "buy")])
def test_a_whole_close_trades_all_of_it_the_other_way_and_leaves_nothing(quantity: str, side: str) -> None:
    state, order = placed(holding(quantity))
    assert (order.side, order.quantity) == (side, Decimal("5.5"))
    assert not only(settle(state, ALPACA_ACCOUNT, 0)).positions


@given(st.integers(1, 10**24), st.integers(1, 10**24))
def test_a_partial_close_leaves_exactly_the_rest(held: int, sold: int) -> None:
    quantity, wanted = Decimal(max(held, sold)).scaleb(-9), Decimal(min(held, sold)).scaleb(-9)
    state, _ = placed(holding(f"{quantity:f}"), wanted)
    left = only(settle(state, ALPACA_ACCOUNT, 0)).positions.get(AAPL.id)
    assert (left.quantity if left else 0) == quantity - wanted


def test_a_pending_close_fills_when_it_is_due_and_not_before() -> None:
    state, order = placed(holding("10", Settings(fill_after=2.5)), Decimal(4), now=SECOND)
    assert aapl(settle(state, ALPACA_ACCOUNT, int(3.5 * SECOND) - 1)).quantity == 10
    later = settle(state, ALPACA_ACCOUNT, 9 * SECOND)
    assert aapl(later).quantity == 6
    assert only(later).done == (evolve(order, status="filled", changed=int(3.5 * SECOND)),)


def test_a_pending_close_holds_what_it_will_sell() -> None:
    state, _ = placed(holding("-10", Settings(fill_after=60)), Decimal(4))
    assert available(only(state), aapl(state), state.settings) == Decimal(-6)
    _, refusal = close(state, ALPACA_ACCOUNT, aapl(state), None, 0)
    assert refusal == Shortage(aapl(state), existing=Decimal(10), available=Decimal(6), wanted=Decimal(10))


def test_where_pending_closes_do_not_hold_a_second_close_sells_again() -> None:
    state, _ = placed(holding("10", Settings(fill_after=60, pending_close_holds=False)))
    state, _ = placed(state)
    after = aapl(settle(state, ALPACA_ACCOUNT, 60 * SECOND))
    assert (after.quantity, after.average_price) == (Decimal(-10), Decimal(100))


def test_an_order_of_the_accounts_own_holds_whatever_the_setting_until_it_is_cancelled() -> None:
    state = holding("10", Settings(pending_close_holds=False))
    state = state.with_account(evolve(only(state), working=(resting_order(ALPACA_ACCOUNT, AAPL, "sell", "7"),)))
    assert available(only(state), aapl(state), state.settings) == 3
    elsewhere = cancel_working(state, ALPACA_ACCOUNT, TSLA, 0)
    assert available(only(elsewhere), aapl(elsewhere), elsewhere.settings) == 3
    free = cancel_working(state, ALPACA_ACCOUNT, AAPL, 5)
    assert available(only(free), aapl(free), free.settings) == 10
    assert [(order.status, order.changed) for order in only(free).done] == [("canceled", 5)]


def test_an_order_that_adds_to_a_position_holds_nothing() -> None:
    state = holding("10")
    state = state.with_account(evolve(only(state), working=(resting_order(ALPACA_ACCOUNT, AAPL, "buy", "7"),)))
    assert available(only(state), aapl(state), state.settings) == 10


def test_a_share_is_cut_to_nine_places_and_never_rounded_up() -> None:
    assert share(position(AAPL, "-1"), Decimal("33.333333339")) == Decimal("0.333333333")
    assert share(position(AAPL, "0.000000001"), Decimal(99)) == 0
    assert share(position(AAPL, "12345678901234567890.123456789"), Decimal(100)) == Decimal(
        "12345678901234567890.123456789"
    )


@pytest.mark.parametrize("name", ["BTC/USD", "BTCUSD", BTC.id, BTC.id.upper()])
def test_an_asset_answers_to_its_names(name: str) -> None:
    assert BTC.is_called(name)
    assert not TSLA.is_called(name)
