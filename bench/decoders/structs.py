"""The floor: msgspec Structs with the same types as our models.

It refuses unknown words, drops unknown fields, and one bad item loses the answer; an order and an error are one Struct,
since msgspec tells no two apart.
"""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Literal
from uuid import UUID

import msgspec
from msgspec import UNSET, UnsetType
from serving import serve


class AssetClass(Enum):
    US_EQUITY = "us_equity"
    US_OPTION = "us_option"
    CRYPTO = "crypto"


class Side(Enum):
    LONG = "long"
    SHORT = "short"


class AlpacaPosition(msgspec.Struct):
    asset_id: UUID
    symbol: str
    exchange: str
    asset_class: AssetClass
    avg_entry_price: Decimal
    qty: Decimal
    qty_available: Decimal
    side: Side
    market_value: Decimal
    cost_basis: Decimal
    unrealized_pl: Decimal
    unrealized_plpc: Decimal
    unrealized_intraday_pl: Decimal
    unrealized_intraday_plpc: Decimal
    current_price: Decimal
    lastday_price: Decimal
    change_today: Decimal
    asset_marginable: bool | UnsetType = UNSET
    swap_rate: Decimal | UnsetType = UNSET
    avg_entry_swap_rate: Decimal | UnsetType = UNSET


class InstrumentType(Enum):
    COMMON_STOCK = "COMMON_STOCK"
    OPTION = "OPTION"
    OTHER = "OTHER"


class PositionType(Enum):
    LONG = "LONG"
    SHORT = "SHORT"


class ClearStreetPosition(msgspec.Struct):
    account_id: int
    available_quantity: Decimal
    instrument_id: UUID
    instrument_type: InstrumentType
    market_value: Decimal
    position_type: PositionType
    quantity: Decimal
    symbol: str
    avg_price: Decimal | UnsetType | None = UNSET
    closing_price: Decimal | UnsetType | None = UNSET
    closing_price_date: date | UnsetType | None = UNSET
    cost_basis: Decimal | UnsetType | None = UNSET
    daily_unrealized_pnl: Decimal | UnsetType | None = UNSET
    daily_unrealized_pnl_pct: Decimal | UnsetType | None = UNSET
    instrument_price: Decimal | UnsetType | None = UNSET
    underlying_instrument_id: UUID | UnsetType | None = UNSET
    unrealized_pnl: Decimal | UnsetType | None = UNSET
    unrealized_pnl_pct: Decimal | UnsetType | None = UNSET


class Metadata(msgspec.Struct):
    request_id: str
    next_page_token: str | UnsetType | None = UNSET
    page_number: int | UnsetType | None = UNSET
    total_pages: int | UnsetType | None = UNSET
    total_items: int | UnsetType | None = UNSET


class Page(msgspec.Struct):
    data: list[ClearStreetPosition]
    metadata: Metadata
    error: UnsetType | None = UNSET


class OrderSide(Enum):
    BUY = "buy"
    SELL = "sell"


class OrderType(Enum):
    MARKET = "market"
    LIMIT = "limit"


class OrderStatus(Enum):
    ACCEPTED = "accepted"
    FILLED = "filled"


class Body(msgspec.Struct):
    id: UUID | UnsetType = UNSET
    symbol: str | UnsetType = UNSET
    client_order_id: str | UnsetType = UNSET
    created_at: datetime | UnsetType = UNSET
    updated_at: datetime | UnsetType = UNSET
    submitted_at: datetime | UnsetType = UNSET
    filled_at: datetime | UnsetType | None = UNSET
    expired_at: datetime | UnsetType | None = UNSET
    canceled_at: datetime | UnsetType | None = UNSET
    failed_at: datetime | UnsetType | None = UNSET
    replaced_at: datetime | UnsetType | None = UNSET
    replaced_by: UUID | UnsetType | None = UNSET
    replaces: UUID | UnsetType | None = UNSET
    asset_id: UUID | UnsetType = UNSET
    asset_class: AssetClass | UnsetType = UNSET
    notional: Decimal | UnsetType | None = UNSET
    qty: Decimal | UnsetType | None = UNSET
    filled_qty: Decimal | UnsetType = UNSET
    filled_avg_price: Decimal | UnsetType | None = UNSET
    order_class: Literal["simple", "bracket", "oco", "oto", "mleg", ""] | UnsetType = UNSET
    order_type: OrderType | UnsetType = UNSET
    type: OrderType | UnsetType = UNSET
    side: OrderSide | UnsetType = UNSET
    time_in_force: Literal["day", "gtc", "opg", "cls", "ioc", "fok"] | UnsetType = UNSET
    limit_price: Decimal | UnsetType | None = UNSET
    stop_price: Decimal | UnsetType | None = UNSET
    status: OrderStatus | UnsetType = UNSET
    extended_hours: bool | UnsetType = UNSET
    legs: list["Body"] | UnsetType | None = UNSET
    trail_percent: Decimal | UnsetType | None = UNSET
    trail_price: Decimal | UnsetType | None = UNSET
    hwm: Decimal | UnsetType | None = UNSET
    commission: Decimal | UnsetType = UNSET
    subtag: str | UnsetType | None = UNSET
    source: str | UnsetType | None = UNSET
    message: str | UnsetType = UNSET
    code: int | UnsetType = UNSET
    available: Decimal | UnsetType = UNSET


class Closed(msgspec.Struct):
    symbol: str
    status: int
    body: Body | UnsetType | None = UNSET


if __name__ == "__main__":
    serve(
        {
            "alpaca_1": msgspec.json.Decoder(AlpacaPosition).decode,
            "alpaca": msgspec.json.Decoder(list[AlpacaPosition]).decode,
            "clear_street": msgspec.json.Decoder(Page).decode,
            "closed": msgspec.json.Decoder(list[Closed]).decode,
        }
    )
