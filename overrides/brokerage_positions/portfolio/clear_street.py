"""A Clear Street position as a holding."""

from decimal import Decimal
from typing import Any

from attrs import asdict

from .amounts import from_percent, gain_ratio
from .holding import Amounts, Holding
from .reading import Reader, contract, like, signed_quantity


def from_clear_street(position: Any, account: str | int, *, currency: str = "USD") -> Holding:
    """Read a ``Position`` of the Clear Street API.

    ``currency`` (ISO 4217) is that of the account; the API names none.  Percentages become factors of 1; where the
    broker sends none, the ratio is worked out from gain and cost.  ``available`` gets the sign of the quantity.

    Raises ``HoldingError`` if the position has no symbol or quantity, says long with a negative quantity, or holds an
    amount that is none; every other field may be missing.
    """
    read = Reader("clear_street", position)
    symbol, asset_class = read.need("symbol"), read.text("instrument_type") or ""
    # LONG and SHORT; in older answers also LONG_CALL, SHORT_PUT and the like, where the first word is the direction.
    direction, _, right = (read.text("position_type") or "").partition("_")
    quantity = signed_quantity(read, "quantity", direction)
    underlying, multiplier = contract(read, symbol, asset_class == "OPTION" or right in ("CALL", "PUT"))
    return Holding(
        broker="clear_street",
        account=str(account),
        symbol=symbol,
        asset_class=asset_class,
        underlying=underlying,
        quantity=quantity,
        available=like(quantity, read.amount("available_quantity")),
        currency=currency.upper(),
        multiplier=multiplier,
        source=position,
        **asdict(_amounts(read, quantity)),
    )


def _amounts(read: Reader, quantity: Decimal) -> Amounts:
    gain, cost = read.amount("unrealized_pnl"), like(quantity, read.amount("cost_basis"))
    percent = read.amount("unrealized_pnl_pct")
    return Amounts(
        average_price=read.amount("avg_price"),
        price=read.amount("instrument_price"),
        market_value=like(quantity, read.amount("market_value")),
        cost_basis=cost,
        unrealised_pl=gain,
        unrealised_pl_ratio=gain_ratio(None if percent is None else from_percent(percent), gain, cost),
    )
