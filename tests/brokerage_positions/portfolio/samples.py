"""Holdings as a person would have them, for tables to look at."""

from brokerage_positions.portfolio import Holdings, from_alpaca, from_clear_street

from .positions import ALPACA_ACCOUNT, CLEAR_STREET_ACCOUNT, alpaca, clear_street, usd

APPLE = from_alpaca(alpaca(), ALPACA_ACCOUNT)
COIN = from_alpaca(
    alpaca(
        symbol="BTC/USD",
        asset_class="crypto",
        qty="0.123456789",
        qty_available="0.1",
        avg_entry_price="61234.56",
        current_price="64000.125",
        market_value="7901.24993190",
        cost_basis="7559.82221084",
        unrealized_pl="341.42772106",
        unrealized_plpc="0.0451634587",
    ),
    ALPACA_ACCOUNT,
)
SHORT = from_clear_street(
    clear_street(
        symbol="TSLA",
        position_type="SHORT",
        quantity="-50",
        available_quantity="50",
        avg_price="180.00",
        instrument_price="190.50",
        market_value="-9525.00",
        cost_basis="-9000.00",
        unrealized_pnl="-525.00",
        unrealized_pnl_pct="-5.83333",
    ),
    CLEAR_STREET_ACCOUNT,
)
OPTION = from_clear_street(
    clear_street(
        symbol="AAPL250117C00190000",
        instrument_type="OPTION",
        position_type="LONG_CALL",
        quantity="1000",
        available_quantity="1000",
        avg_price="2.50",
        instrument_price=None,
        market_value="1234567.891",
        cost_basis="250000.00",
        unrealized_pnl=None,
        unrealized_pnl_pct=None,
    ),
    CLEAR_STREET_ACCOUNT,
)
FOREIGN = from_alpaca(alpaca(symbol="SAP", usd=usd()), "0b4f0dd9-3a0b-4a3e-9a6d-2f5d1f3e8a11")
NAUGHTY = from_alpaca(
    alpaca(symbol="<b>A&B</b>\x1b[2J\u202egnp", unrealized_pl="0.004", unrealized_plpc="-0.00001"), ALPACA_ACCOUNT
)

TABLES = {
    "no_holdings": Holdings(),
    "one_account": Holdings([APPLE, COIN]),
    "two_brokers": Holdings([APPLE, COIN, SHORT, OPTION]),
    "two_currencies": Holdings([APPLE, FOREIGN]),
    "symbols_that_draw": Holdings([NAUGHTY]),
}
