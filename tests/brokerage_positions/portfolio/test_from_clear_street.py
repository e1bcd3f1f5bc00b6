"""A Clear Street position, read."""

from decimal import Decimal

import pytest

from brokerage_positions.portfolio import HoldingError, from_clear_street

from .positions import CLEAR_STREET_ACCOUNT, UNSET, Word, clear_street


def test_a_long_position() -> None:
    holding = from_clear_street(clear_street(), CLEAR_STREET_ACCOUNT)
    assert (holding.broker, holding.account, holding.symbol) == ("clear_street", "19816", "AAPL")
    assert holding.asset_class == "COMMON_STOCK"
    assert holding.underlying is None
    assert holding.multiplier == 1
    assert holding.quantity == 5
    assert holding.available == 3
    assert holding.average_price == 100
    assert holding.price == 120
    assert holding.market_value == 600
    assert holding.cost_basis == 500
    assert holding.unrealised_pl == 100
    assert holding.currency == "USD"


def test_percent_becomes_a_factor_of_one_without_losing_a_digit() -> None:
    holding = from_clear_street(clear_street(unrealized_pnl_pct="20.123456789012345678901234567891"), 1)
    assert str(holding.unrealised_pl_ratio) == "0.20123456789012345678901234567891"


def test_the_documented_short_position() -> None:
    """Its available quantity has no minus and is twice the position."""
    holding = from_clear_street(
        clear_street(
            position_type=Word.SHORT,
            quantity="-50",
            available_quantity="100",
            market_value="-9000.00",
            cost_basis="-9000.00",
            unrealized_pnl="75.00",
            unrealized_pnl_pct=UNSET,
        ),
        CLEAR_STREET_ACCOUNT,
    )
    assert holding.side == "short"
    assert holding.quantity == -50
    assert holding.available == -100
    assert holding.market_value == -9000
    assert holding.unrealised_pl == 75
    assert holding.unrealised_pl_ratio == Decimal("0.0083333333")


@pytest.mark.parametrize(("word", "sign"), [("LONG_CALL", 1), ("LONG_PUT", 1), ("SHORT_CALL", -1), ("SHORT_PUT", -1)])
def test_options_of_older_answers(word: str, sign: int) -> None:
    """A bought put is long, a sold call is short; a symbol nobody can parse does not make it less of an option."""
    holding = from_clear_street(clear_street(position_type=word, symbol="???", instrument_type="DERIVATIVE"), 1)
    assert holding.quantity == 5 * sign
    assert holding.multiplier == 100


def test_an_option_knows_its_underlying() -> None:
    holding = from_clear_street(clear_street(symbol="AAPL  250117C00190000", instrument_type="OPTION"), 1)
    assert holding.underlying == "AAPL"
    assert holding.multiplier == 100


def test_a_direction_nobody_knows_leaves_the_sign_as_sent() -> None:
    assert from_clear_street(clear_street(position_type="INDEX_SPREAD", quantity="-5"), 1).quantity == -5


@pytest.mark.parametrize("changed", [{"quantity": None}, {"quantity": "-5"}, {"unrealized_pnl_pct": "Infinity"}])
def test_what_cannot_be_shown_truthfully_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(HoldingError):
        from_clear_street(clear_street(**changed), 1)
