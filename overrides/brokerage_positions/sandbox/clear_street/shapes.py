"""What Clear Street writes: positions, orders, and the envelope around them."""

from decimal import Decimal
from typing import Final

from ..messages import Json, JsonObject
from ..state import EXACT, Account, AssetKind, Order, OrderStatus, Position, Settings, available
from ..texts import number, ratio, timestamp

INSTRUMENT_TYPES: Final[dict[AssetKind, str]] = {"equity": "COMMON_STOCK", "option": "OPTION", "crypto": "OTHER"}
STATUSES: Final[dict[OrderStatus, str]] = {"accepted": "PENDING_NEW", "filled": "FILLED", "canceled": "CANCELED"}
HUNDRED: Final = Decimal(100)


def position(account: Account, held: Position, settings: Settings) -> JsonObject:
    """One position; percentages run from 0 to 100 here."""
    size = EXACT.multiply(held.quantity, held.asset.multiplier)
    value, cost = EXACT.multiply(size, held.price), EXACT.multiply(size, held.average_price)
    yesterday = EXACT.multiply(size, held.previous_close)
    total, today = EXACT.subtract(value, cost), EXACT.subtract(value, yesterday)
    shape: JsonObject = {
        "account_id": int(account.id),
        "available_quantity": number(available(account, held, settings)),
        "avg_price": number(held.average_price),
        "closing_price": number(held.previous_close),
        "closing_price_date": "2026-02-27",
        "cost_basis": number(cost),
        "daily_unrealized_pnl": number(today),
        "daily_unrealized_pnl_pct": number(ratio(EXACT.multiply(today, HUNDRED), yesterday, 4)),
        "instrument_id": held.asset.id,
        "instrument_price": number(held.price),
        "instrument_type": INSTRUMENT_TYPES[held.asset.kind],
        "market_value": number(value),
        "position_type": "LONG" if held.quantity > 0 else "SHORT",
        "quantity": number(held.quantity),
        "symbol": held.asset.symbol,
        "unrealized_pnl": number(total),
        "unrealized_pnl_pct": number(ratio(EXACT.multiply(total, HUNDRED), cost, 4)),
    }
    if held.asset.underlying is not None:
        shape["underlying_instrument_id"] = held.asset.underlying
    return shape


def order(placed: Order, settings: Settings) -> JsonObject:
    done = placed.status == "filled"
    changed = timestamp(placed.changed)
    return {
        "id": placed.id,
        "account_id": int(placed.account),
        "client_order_id": f"close-{placed.id[:8]}",
        "created_at": timestamp(placed.placed),
        "updated_at": f"{changed[:10]} {changed[11:19]}+00:00" if settings.blank_timestamps else changed,
        "filled_quantity": number(placed.quantity) if done else "0",
        "instrument_id": placed.asset.id,
        "instrument_type": INSTRUMENT_TYPES[placed.asset.kind],
        "leaves_quantity": number(placed.quantity) if placed.status == "accepted" else "0",
        "order_type": "MARKET",
        "quantity": number(placed.quantity),
        "side": placed.side.upper(),
        "status": STATUSES[placed.status],
        "symbol": placed.asset.symbol,
        "time_in_force": "DAY",
        "venue": "XNAS",
        "average_fill_price": number(placed.price) if done else None,
        "limit_price": None,
        "stop_price": None,
        "underlying_instrument_id": placed.asset.underlying,
    }


def success(data: Json, metadata: JsonObject) -> JsonObject:
    return {"data": data, "error": None, "metadata": metadata}


def failure(status: int, message: str, request_id: str, *, bare: bool) -> JsonObject:
    error: JsonObject = {"code": status, "message": message}
    return error if bare else {"error": error, "metadata": {"request_id": request_id}}
