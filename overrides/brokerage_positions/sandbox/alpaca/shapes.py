"""What Alpaca writes: positions, orders, entries of a 207 and errors, with the fields that no page names."""

from decimal import Decimal
from typing import Final

from ..messages import Json, JsonObject
from ..state import EXACT, Account, AssetKind, Order, Position, Settings, Shortage, available
from ..texts import number, quotient, ratio, rounded, timestamp

ASSET_CLASSES: Final[dict[AssetKind, str]] = {"equity": "us_equity", "option": "us_option", "crypto": "crypto"}


def position(account: Account, held: Position, settings: Settings) -> JsonObject:
    asset = held.asset
    symbol = asset.symbol.replace("/", "") if settings.bare_pairs else asset.symbol
    shape: JsonObject = {
        "asset_id": asset.id,
        "symbol": symbol,
        "exchange": asset.exchange,
        "asset_class": ASSET_CLASSES[asset.kind],
        "asset_marginable": asset.kind == "equity",
        "qty": number(held.quantity),
        "qty_available": number(available(account, held, settings)),
        "side": "long" if held.quantity > 0 else "short",
        **amounts(held, Decimal(1)),
    }
    if held.usd_rate is not None:
        shape["swap_rate"] = shape["avg_entry_swap_rate"] = number(held.usd_rate)
        shape["usd"] = amounts(held, held.usd_rate)
    return shape


def amounts(held: Position, rate: Decimal) -> JsonObject:
    """Prices and values in the account's currency (``rate`` 1), or in dollars, where they are rounded to cents."""
    size = EXACT.multiply(held.quantity, held.asset.multiplier)
    value, cost = EXACT.multiply(size, held.price), EXACT.multiply(size, held.average_price)
    yesterday = EXACT.multiply(size, held.previous_close)
    total, today = EXACT.subtract(value, cost), EXACT.subtract(value, yesterday)

    def money(amount: Decimal) -> str:
        return number(amount if rate == 1 else rounded(quotient(amount, rate), 2))

    return {
        "avg_entry_price": money(held.average_price),
        "market_value": money(value),
        "cost_basis": money(cost),
        "unrealized_pl": money(total),
        "unrealized_plpc": number(ratio(total, cost, 16)),
        "unrealized_intraday_pl": money(today),
        "unrealized_intraday_plpc": number(ratio(today, yesterday, 16)),
        "current_price": money(held.price),
        "lastday_price": money(held.previous_close),
        "change_today": number(ratio(EXACT.subtract(held.price, held.previous_close), held.previous_close, 16)),
    }


def order(placed: Order) -> JsonObject:
    at = timestamp(placed.placed)
    done = placed.status == "filled"
    return {
        "id": placed.id,
        "client_order_id": placed.id[::-1],
        "created_at": at,
        "updated_at": timestamp(placed.changed),
        "submitted_at": at,
        "filled_at": timestamp(placed.changed) if done else None,
        "expired_at": None,
        "canceled_at": timestamp(placed.changed) if placed.status == "canceled" else None,
        "failed_at": None,
        "replaced_at": None,
        "replaced_by": None,
        "replaces": None,
        "asset_id": placed.asset.id,
        "symbol": placed.asset.symbol,
        "asset_class": ASSET_CLASSES[placed.asset.kind],
        "notional": None,
        "qty": number(placed.quantity),
        "filled_qty": number(placed.quantity) if done else "0",
        "filled_avg_price": number(placed.price) if done else None,
        "order_class": "",
        "order_type": "market",
        "type": "market",
        "side": placed.side,
        "position_intent": f"{placed.side}_to_close",
        "time_in_force": "gtc" if placed.asset.kind == "crypto" else "day",
        "limit_price": None,
        "stop_price": None,
        "status": placed.status,
        "extended_hours": False,
        "legs": None,
        "trail_percent": None,
        "trail_price": None,
        "hwm": None,
        "commision": "0",
        "subtag": None,
        "source": None,
    }


def error(code: int, message: str) -> JsonObject:
    return {"code": code, "message": message}


def shortage(lack: Shortage) -> JsonObject:
    return {
        **error(40310000, f"{number(lack.wanted)} wanted, {number(lack.available)} available"),
        "symbol": lack.position.asset.symbol,
        "available": number(lack.available),
        "existing_qty": number(lack.existing),
        "held_for_orders": number(EXACT.subtract(lack.existing, lack.available)),
    }


def entry(symbol: str, status: int, body: Json) -> JsonObject:
    """One position's part of the 207 that answers a close-all."""
    return {"symbol": symbol, "status": status, "body": body}
