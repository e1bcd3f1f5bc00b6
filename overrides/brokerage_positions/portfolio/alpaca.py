"""An Alpaca position as a holding."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from attrs import asdict

from .amounts import gain_ratio
from .holding import UNNAMED_CURRENCY, Amounts, Holding
from .reading import Reader, contract, like, signed_quantity


def from_alpaca(position: Any, account: str | UUID, *, currency: str | None = None) -> Holding:
    """Read a ``Position`` of the Broker API.

    A position does not name its currency.  One without a ``usd`` block is in US dollars.  One with it belongs to an
    account in another currency: its amounts stay in that currency, which is ``XXX`` unless ``currency`` (ISO 4217)
    names it, and the block is at ``Holding.usd`` (``Holding.in_usd()`` puts it in their place).

    Raises ``HoldingError`` if the position has no symbol or quantity, says long with a negative quantity, or holds an
    amount that is none; every other field may be missing.
    """
    read = Reader("alpaca", position)
    symbol, asset_class = read.need("symbol"), read.text("asset_class") or ""
    quantity = signed_quantity(read, "qty", read.text("side"))
    usd = read.raw("usd")
    foreign = usd is not None or read.raw("swap_rate") is not None
    underlying, multiplier = contract(read, symbol, asset_class == "us_option")
    return Holding(
        broker="alpaca",
        account=str(account).lower(),
        symbol=symbol,
        asset_class=asset_class,
        underlying=underlying,
        quantity=quantity,
        available=like(quantity, read.amount("qty_available")),
        currency=currency.upper() if currency else UNNAMED_CURRENCY if foreign else "USD",
        multiplier=multiplier,
        usd=None if usd is None else _amounts(Reader("alpaca", usd, symbol), quantity),
        source=position,
        **asdict(_amounts(read, quantity)),
    )


def _amounts(read: Reader, quantity: Decimal) -> Amounts:
    """The amounts of a position or of its ``usd`` block, which are named alike."""
    gain, cost = read.amount("unrealized_pl"), like(quantity, read.amount("cost_basis"))
    return Amounts(
        average_price=read.amount("avg_entry_price"),
        price=read.amount("current_price"),
        market_value=like(quantity, read.amount("market_value")),
        cost_basis=cost,
        unrealised_pl=gain,
        unrealised_pl_ratio=gain_ratio(read.amount("unrealized_plpc"), gain, cost),
    )
