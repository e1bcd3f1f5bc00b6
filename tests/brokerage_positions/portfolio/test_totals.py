"""Sums: exact, in every order, one for each currency, and never a part for the whole."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brokerage_positions.portfolio import CurrencyMismatch, Holding, Holdings, Total


def held(
    value: str | Decimal | None, *, currency: str = "USD", account: str = "1", cost: str | None = "1", gain: str = "0"
) -> Holding:
    return Holding(
        broker="alpaca",
        account=account,
        symbol="AAPL",
        asset_class="us_equity",
        quantity=Decimal(1),
        market_value=None if value is None else Decimal(value),
        cost_basis=None if cost is None else Decimal(cost),
        unrealised_pl=Decimal(gain),
        currency=currency,
    )


#: As many digits as fit, the point anywhere among them.
WIDE = st.builds(
    Decimal.scaleb,
    st.decimals(allow_nan=False, allow_infinity=False, places=0, min_value=-(10**27), max_value=10**27),
    st.integers(-38, 10),
)


@given(st.lists(WIDE, min_size=1, max_size=20), st.randoms())
def test_sums_are_exact_in_every_order(values: list[Decimal], random: Random) -> None:
    shuffled = list(values)
    random.shuffle(shuffled)
    one = Holdings(map(held, values)).total().market_value
    assert one is not None
    assert Fraction(one) == sum(map(Fraction, values))
    assert Holdings(map(held, shuffled)).total().market_value == one


def test_more_digits_than_the_default_context_keeps() -> None:
    total = Holdings([held("12345678901234567890.000000001"), held("0.000000000000000001")]).total()
    assert str(total.market_value) == "12345678901234567890.000000001000000001"


def test_longs_and_shorts_are_net() -> None:
    total = Holdings([held("600", gain="100"), held("-9000", gain="75", cost="-9075")]).total()
    assert total == Total("USD", 2, Decimal(-8400), Decimal(-9074), Decimal(175))


def test_an_unknown_amount_makes_its_sum_unknown_and_no_other() -> None:
    total = Holdings([held("600"), held(None)]).total()
    assert total.market_value is None
    assert total.cost_basis == 2


def test_each_currency_has_its_own() -> None:
    holdings = Holdings([held("1"), held("2", currency="EUR"), held("3")])
    totals = holdings.totals()
    assert {currency: total.market_value for currency, total in totals.items()} == {"EUR": 2, "USD": 4}
    with pytest.raises(CurrencyMismatch, match="EUR, USD have no total of their own"):
        holdings.total()
    with pytest.raises(CurrencyMismatch, match="a total in EUR and one in USD"):
        _ = totals["EUR"] + totals["USD"]


def test_totals_of_one_currency_add_up() -> None:
    first, second = Holdings([held("1.1")]).total(), Holdings([held("2.2"), held("3.3")]).total()
    assert first + second == Holdings([held("1.1"), held("2.2"), held("3.3")]).total()


def test_currencies_nobody_named_are_added_within_an_account_only() -> None:
    same = Holdings([held("1", currency="XXX"), held("2", currency="XXX")]).total()
    assert same.market_value == 3
    others = Holdings([held("1", currency="XXX"), held("2", currency="XXX", account="2")]).total()
    assert others.holdings == 2
    assert others.market_value is None
    with pytest.raises(CurrencyMismatch):
        _ = same + same


def test_nothing_is_worth_nothing() -> None:
    assert Holdings().totals() == {}
    assert Holdings().total() == Total("USD", 0, Decimal(0), Decimal(0), Decimal(0))
