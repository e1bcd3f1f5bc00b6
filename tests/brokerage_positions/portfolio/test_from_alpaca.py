"""An Alpaca position, read."""

from decimal import Decimal

import pytest

from brokerage_positions.portfolio import Amounts, CurrencyMismatch, Holding, HoldingError, from_alpaca

from .positions import ALPACA_ACCOUNT, UNSET, Word, alpaca, usd


def test_a_long_position() -> None:
    position = alpaca(asset_class=Word.US_EQUITY)
    holding = from_alpaca(position, ALPACA_ACCOUNT)
    assert holding == Holding(
        broker="alpaca",
        account="c8f1ef5d-edc0-4f23-9ee4-378f19cb92a4",
        symbol="AAPL",
        asset_class="us_equity",
        quantity=Decimal(5),
        available=Decimal(3),
        average_price=Decimal(100),
        price=Decimal(120),
        market_value=Decimal(600),
        cost_basis=Decimal(500),
        unrealised_pl=Decimal(100),
        unrealised_pl_ratio=Decimal("0.2"),
        currency="USD",
        multiplier=Decimal(1),
    )
    assert type(holding.asset_class) is str
    assert holding.source is position
    assert "source" not in repr(holding)


@pytest.mark.parametrize("minus", ["", "-"])
def test_a_short_position_is_negative_whether_or_not_the_broker_writes_the_minus(minus: str) -> None:
    amounts = dict.fromkeys(("qty", "qty_available", "market_value", "cost_basis"), f"{minus}500")
    holding = from_alpaca(alpaca(side="short", unrealized_pl="7", unrealized_plpc="-0.014", **amounts), ALPACA_ACCOUNT)
    assert holding.side == "short"
    assert holding.quantity == holding.available == holding.market_value == holding.cost_basis == -500
    assert holding.unrealised_pl == 7
    assert holding.unrealised_pl_ratio == Decimal("0.014")


def test_an_option_stands_for_a_hundred_shares_and_knows_its_underlying() -> None:
    holding = from_alpaca(alpaca(symbol="AAPL250620C00100000", asset_class="us_option"), ALPACA_ACCOUNT)
    assert holding.underlying == "AAPL"
    assert holding.multiplier == 100


def test_the_broker_has_the_last_word_on_the_multiplier() -> None:
    position = alpaca(symbol="AAPL7250620C00100000", asset_class="us_option", additional_properties={"multiplier": 10})
    assert from_alpaca(position, ALPACA_ACCOUNT).multiplier == 10


@pytest.mark.parametrize("symbol", ["BTC/USD", "BTCUSD"])
def test_a_coin_keeps_its_spelling_and_its_nine_decimals(symbol: str) -> None:
    holding = from_alpaca(alpaca(symbol=symbol, asset_class="crypto", qty="0.123456789"), ALPACA_ACCOUNT)
    assert holding.symbol == symbol
    assert holding.underlying is None
    assert holding.multiplier == 1
    assert str(holding.quantity) == "0.123456789"


def test_amounts_of_another_currency_stay_and_the_dollars_are_beside_them() -> None:
    holding = from_alpaca(alpaca(usd=usd(), swap_rate="1.50"), ALPACA_ACCOUNT, currency="eur")
    assert holding.currency == "EUR"
    assert holding.market_value == 600
    assert holding.usd == Amounts(
        average_price=Decimal("71.43"),
        price=Decimal(80),
        market_value=Decimal(400),
        cost_basis=Decimal("333.33"),
        unrealised_pl=Decimal("66.67"),
        unrealised_pl_ratio=Decimal("0.2"),
    )
    dollars = holding.in_usd()
    assert dollars.currency == "USD"
    assert dollars.market_value == 400
    assert dollars.quantity == 5
    assert dollars.usd is None
    assert dollars.source is holding.source


def test_the_dollars_of_a_short_position_are_negative_too() -> None:
    holding = from_alpaca(alpaca(qty="-5", side="short", usd=usd()), ALPACA_ACCOUNT).in_usd()
    assert holding.market_value == -400
    assert holding.cost_basis == Decimal("-333.33")


def test_a_currency_nobody_named_is_never_taken_for_dollars() -> None:
    assert from_alpaca(alpaca(usd=usd()), ALPACA_ACCOUNT).currency == "XXX"
    only_rate = from_alpaca(alpaca(swap_rate="1.50"), ALPACA_ACCOUNT)
    assert only_rate.currency == "XXX"
    with pytest.raises(CurrencyMismatch, match=r"AAPL in account c8f1.* sent no amounts in USD"):
        only_rate.in_usd()


@pytest.mark.parametrize("absent", [UNSET, None])
def test_all_but_symbol_and_quantity_may_be_missing(absent: object) -> None:
    told = {name: absent for name in vars(alpaca()) if name not in ("symbol", "qty", "additional_properties")}
    holding = from_alpaca(alpaca(**told), ALPACA_ACCOUNT)
    assert holding.quantity == 5
    assert (holding.available, holding.market_value, holding.unrealised_pl_ratio) == (None, None, None)
    for name in told:
        position = alpaca()
        delattr(position, name)
        assert from_alpaca(position, ALPACA_ACCOUNT).quantity == 5


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"symbol": ""}, "alpaca position 'without a symbol': symbol is missing"),
        ({"qty": UNSET}, "alpaca position 'AAPL': qty is missing, so its size is not known"),
        ({"qty": "-5"}, "qty is negative but the position is said to be long"),
        ({"qty": "five"}, "qty is not a decimal number"),
        ({"qty": "1_000"}, "qty is not a decimal number"),
        ({"qty": "٥"}, "qty is not a decimal number"),
        ({"market_value": 600.0}, "market_value is a float, not an exact amount"),
        ({"market_value": "NaN"}, "alpaca position 'AAPL': market_value is no amount"),
        ({"usd": usd(market_value="1e400")}, "alpaca position 'AAPL': market_value is no amount"),
        ({"current_price": "1e400"}, "current_price is no amount"),
    ],
)
def test_what_cannot_be_shown_truthfully_is_refused_by_name(changed: dict[str, object], said: str) -> None:
    with pytest.raises(HoldingError, match=said):
        from_alpaca(alpaca(**changed), ALPACA_ACCOUNT)
