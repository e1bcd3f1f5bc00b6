"""Made-up answers of the brokers, as bytes: what the decoders of ``bench.decoding`` are given."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

_FAILED_EVERY: Final = 10


def _alpaca_position(number: int) -> dict[str, Any]:
    price = f"{100 + number % 400}.{number % 100:02}"
    return {
        "asset_id": str(UUID(int=0x904837E3_3B76_47EC_B432_046DB621571B + number)),
        "symbol": f"SYM{number}",
        "exchange": "NASDAQ",
        "asset_class": "us_equity",
        "asset_marginable": True,
        "avg_entry_price": price,
        "qty": f"{number % 900 + 1}",
        "qty_available": f"{number % 900 + 1}",
        "side": "long",
        "market_value": f"{number * 7 % 100000}.5",
        "cost_basis": f"{number * 5 % 100000}.25",
        "unrealized_pl": "-12.75",
        "unrealized_plpc": "-0.0125",
        "unrealized_intraday_pl": "3.1",
        "unrealized_intraday_plpc": "0.0031",
        "current_price": price,
        "lastday_price": "188.31",
        "change_today": "-0.0042",
    }


def _clear_street_position(number: int) -> dict[str, Any]:
    return {
        "account_id": 100019,
        "available_quantity": f"{number % 900 + 1}",
        "avg_price": "182.5",
        "closing_price": "188.31",
        "closing_price_date": "2025-10-31",
        "cost_basis": f"{number * 5 % 100000}.25",
        "daily_unrealized_pnl": "12.5",
        "daily_unrealized_pnl_pct": "0.31",
        "instrument_id": str(UUID(int=0x8C5AA8DF_3B76_47EC_B432_046DB621571B + number)),
        "instrument_price": "190.02",
        "instrument_type": "COMMON_STOCK",
        "market_value": f"{number * 7 % 100000}.5",
        "position_type": "LONG",
        "quantity": f"{number % 900 + 1}",
        "symbol": f"SYM{number}",
        "underlying_instrument_id": None,
        "unrealized_pnl": "-12.75",
        "unrealized_pnl_pct": "-1.25",
    }


def _order(number: int) -> dict[str, Any]:
    moment = "2025-10-31T14:01:15.336330998Z"
    nulls = (
        *("filled_at", "expired_at", "canceled_at", "failed_at", "replaced_at", "replaced_by", "replaces"),
        *("notional", "filled_avg_price", "limit_price", "stop_price", "legs", "trail_percent", "trail_price", "hwm"),
    )
    return {
        "id": str(UUID(int=0x61E69015_8549_4BFD_B9C3_01E75843F47D + number)),
        "client_order_id": str(UUID(int=0x31E69015_8549_4BFD_B9C3_01E75843F47D + number)),
        **dict.fromkeys(("created_at", "updated_at", "submitted_at"), moment),
        **dict.fromkeys(nulls),
        "asset_id": str(UUID(int=0x904837E3_3B76_47EC_B432_046DB621571B + number)),
        "symbol": f"SYM{number}",
        "asset_class": "us_equity",
        "qty": f"{number % 900 + 1}",
        "filled_qty": "0",
        "order_class": "simple",
        "order_type": "market",
        "type": "market",
        "side": "sell",
        "time_in_force": "day",
        "status": "accepted",
        "extended_hours": False,
        "commission": "0",
        "subtag": None,
        "source": None,
    }


def _entry(number: int) -> dict[str, Any]:
    symbol = f"SYM{number}"
    if number % _FAILED_EVERY:
        return {"symbol": symbol, "status": 200, "body": _order(number)}
    error = {"code": 40310000, "message": "insufficient qty available", "symbol": symbol, "available": "0"}
    return {"symbol": symbol, "status": 403, "body": error}


def _page(size: int) -> dict[str, Any]:
    metadata = {"request_id": "r-1", "next_page_token": None, "page_number": 1, "total_pages": 1, "total_items": size}
    return {"metadata": metadata, "error": None, "data": [_clear_street_position(number) for number in range(size)]}


_MADE: Final[Mapping[str, Callable[[], object]]] = {
    "alpaca_1": lambda: _alpaca_position(1),
    "alpaca_1_listed": lambda: [_alpaca_position(1)],
    "alpaca_100": lambda: [_alpaca_position(number) for number in range(100)],
    "alpaca_10000": lambda: [_alpaca_position(number) for number in range(10_000)],
    "clear_street_1000": lambda: _page(1000),
    "closed_1000": lambda: [_entry(number) for number in range(1000)],
}
NAMES: Final = tuple(_MADE)


def make(name: str) -> bytes:
    """The body of one answer, compact as brokers send it."""
    return json.dumps(_MADE[name](), separators=(",", ":")).encode()
