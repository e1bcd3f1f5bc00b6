# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from operator import itemgetter
from typing import Any, ClassVar, Final, Self
from uuid import UUID

from attrs import define
from attrs import field as _field

from .. import _wire
from .._wire import (
    UNREADABLE,
    decode_boolean,
    decode_datetime,
    decode_decimal,
    decode_decimals,
    decode_integer,
    decode_str_enum,
    decode_string,
    decode_uuid,
    encode_boolean,
    encode_datetime,
    encode_decimal,
    encode_integer,
    encode_str_enum,
    encode_string,
    encode_uuid,
    explain,
    members,
    to_json,
)
from ..types import UNSET, Unset
from .order_status import OrderStatus
from .order_type import OrderType
from .queue_state import QueueState
from .security_type import SecurityType
from .side import Side
from .time_in_force import TimeInForce
from .trailing_offset_type import TrailingOffsetType


@define
class Order:
    """An order, as the broker's order system has it. Whatever is closed is closed by one.

    Attributes:
        id: Id of the order, given by the broker's order system.
        account_id: Id of the account that the order belongs to.
        client_order_id: Id that the client gave the order; for a closing order, the broker makes one up.
        created_at: When the order was created. Up to nine digits of a second; both a T and a blank are seen
            between date and time.
        filled_quantity: Quantity executed so far, in shares or contracts: 0 or more, and never over quantity.
        instrument_id: Id of the instrument traded, a UUID; null where the broker does not say.
        instrument_type: Kind of the instrument traded; null where the broker does not say.
        leaves_quantity: Quantity that can still execute: quantity less filled_quantity while the order is open.
        order_type: How the price of a trade is found.
        quantity: Quantity ordered, in shares or contracts, positive for every side.
        side: Direction of a trade. A long position is closed by SELL, a short one by BUY.
        status: How far an order has come. FILLED, CANCELED, REJECTED, EXPIRED and REPLACED are final.
        symbol: Symbol that is traded; null where the broker does not say.
        time_in_force: How long an order may wait for execution.
        updated_at: When the order last changed.
        venue: Where the order was routed to, as a market identifier code (ISO 10383).
        average_fill_price: Average price of what has executed, per share or contract; null while nothing has.
        details: Remarks on executions, a rejection or a cancellation, in words for people.
        expires_at: When the order runs out; only for an order that is good until a date.
        extended_hours: Whether the order may execute outside regular trading hours.
        limit_offset: For a trailing stop-limit order, distance of the limit from the stop; signed.
        limit_price: Worst acceptable price per share or contract; null for an order without a limit.
        queue_state: Whether an order that waits in a queue has been released; null for an order that does not
            wait.
        releases_at: When a waiting order is to be released.
        stop_price: Price at which the order becomes active; null for an order without a stop.
        trailing_limit_px: Limit price that the trailing strategy has computed by now.
        trailing_offset: Distance a trailing order keeps from the market, in the measure of
            trailing_offset_type.
        trailing_offset_type: Measure of trailing_offset; null for an order that does not trail.
        trailing_stop_px: Stop price that the trailing strategy has computed by now.
        trailing_watermark_px: Best price that a trailing order has seen so far.
        trailing_watermark_ts: When the best price of a trailing order was seen.
        underlying_instrument_id: For an option, the id of the instrument under it; null for anything else, and
            where the broker cannot tell.
    """

    id: UUID
    account_id: int
    client_order_id: str
    created_at: datetime.datetime
    filled_quantity: Decimal
    instrument_id: UUID | None
    instrument_type: SecurityType | None
    leaves_quantity: Decimal
    order_type: OrderType
    quantity: Decimal
    side: Side
    status: OrderStatus
    symbol: str | None
    time_in_force: TimeInForce
    updated_at: datetime.datetime
    venue: str
    average_fill_price: Decimal | None | Unset = UNSET
    details: list[str] | None | Unset = UNSET
    expires_at: datetime.datetime | None | Unset = UNSET
    extended_hours: bool | None | Unset = UNSET
    limit_offset: Decimal | None | Unset = UNSET
    limit_price: Decimal | None | Unset = UNSET
    queue_state: QueueState | None | Unset = UNSET
    releases_at: datetime.datetime | None | Unset = UNSET
    stop_price: Decimal | None | Unset = UNSET
    trailing_limit_px: Decimal | None | Unset = UNSET
    trailing_offset: Decimal | None | Unset = UNSET
    trailing_offset_type: TrailingOffsetType | None | Unset = UNSET
    trailing_stop_px: Decimal | None | Unset = UNSET
    trailing_watermark_px: Decimal | None | Unset = UNSET
    trailing_watermark_ts: datetime.datetime | None | Unset = UNSET
    underlying_instrument_id: str | None | Unset = UNSET
    #: What the answer held beside the above; sent back as it came.
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _names: ClassVar[frozenset[str]] = frozenset(
        {
            "id",
            "account_id",
            "client_order_id",
            "created_at",
            "filled_quantity",
            "instrument_id",
            "instrument_type",
            "leaves_quantity",
            "order_type",
            "quantity",
            "side",
            "status",
            "symbol",
            "time_in_force",
            "updated_at",
            "venue",
            "average_fill_price",
            "details",
            "expires_at",
            "extended_hours",
            "limit_offset",
            "limit_price",
            "queue_state",
            "releases_at",
            "stop_price",
            "trailing_limit_px",
            "trailing_offset",
            "trailing_offset_type",
            "trailing_stop_px",
            "trailing_watermark_px",
            "trailing_watermark_ts",
            "underlying_instrument_id",
        }
    )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is UNSET is left out."""
        _found: dict[str, Any] = {
            "id": encode_uuid(self.id),
            "account_id": encode_integer(self.account_id),
            "client_order_id": encode_string(self.client_order_id),
            "created_at": encode_datetime(self.created_at),
            "filled_quantity": encode_decimal(self.filled_quantity),
            "instrument_id": None if self.instrument_id is None else encode_uuid(self.instrument_id),
            "instrument_type": None if self.instrument_type is None else encode_str_enum(self.instrument_type),
            "leaves_quantity": encode_decimal(self.leaves_quantity),
            "order_type": encode_str_enum(self.order_type),
            "quantity": encode_decimal(self.quantity),
            "side": encode_str_enum(self.side),
            "status": encode_str_enum(self.status),
            "symbol": None if self.symbol is None else encode_string(self.symbol),
            "time_in_force": encode_str_enum(self.time_in_force),
            "updated_at": encode_datetime(self.updated_at),
            "venue": encode_string(self.venue),
        }
        if self.average_fill_price is not UNSET:
            _found["average_fill_price"] = (
                None if self.average_fill_price is None else encode_decimal(self.average_fill_price)
            )
        if self.details is not UNSET:
            _found["details"] = None if self.details is None else [encode_string(_item) for _item in self.details]
        if self.expires_at is not UNSET:
            _found["expires_at"] = None if self.expires_at is None else encode_datetime(self.expires_at)
        if self.extended_hours is not UNSET:
            _found["extended_hours"] = None if self.extended_hours is None else encode_boolean(self.extended_hours)
        if self.limit_offset is not UNSET:
            _found["limit_offset"] = None if self.limit_offset is None else encode_decimal(self.limit_offset)
        if self.limit_price is not UNSET:
            _found["limit_price"] = None if self.limit_price is None else encode_decimal(self.limit_price)
        if self.queue_state is not UNSET:
            _found["queue_state"] = None if self.queue_state is None else encode_str_enum(self.queue_state)
        if self.releases_at is not UNSET:
            _found["releases_at"] = None if self.releases_at is None else encode_datetime(self.releases_at)
        if self.stop_price is not UNSET:
            _found["stop_price"] = None if self.stop_price is None else encode_decimal(self.stop_price)
        if self.trailing_limit_px is not UNSET:
            _found["trailing_limit_px"] = (
                None if self.trailing_limit_px is None else encode_decimal(self.trailing_limit_px)
            )
        if self.trailing_offset is not UNSET:
            _found["trailing_offset"] = None if self.trailing_offset is None else encode_decimal(self.trailing_offset)
        if self.trailing_offset_type is not UNSET:
            _found["trailing_offset_type"] = (
                None if self.trailing_offset_type is None else encode_str_enum(self.trailing_offset_type)
            )
        if self.trailing_stop_px is not UNSET:
            _found["trailing_stop_px"] = (
                None if self.trailing_stop_px is None else encode_decimal(self.trailing_stop_px)
            )
        if self.trailing_watermark_px is not UNSET:
            _found["trailing_watermark_px"] = (
                None if self.trailing_watermark_px is None else encode_decimal(self.trailing_watermark_px)
            )
        if self.trailing_watermark_ts is not UNSET:
            _found["trailing_watermark_ts"] = (
                None if self.trailing_watermark_ts is None else encode_datetime(self.trailing_watermark_ts)
            )
        if self.underlying_instrument_id is not UNSET:
            _found["underlying_instrument_id"] = (
                None if self.underlying_instrument_id is None else encode_string(self.underlying_instrument_id)
            )
        for _name, _value in self.additional_properties.items():
            _found.setdefault(_name, to_json(_value))
        return _found

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object; `DecodeError` says where one is not what the document says."""
        try:
            return cls._read(src_dict)
        except UNREADABLE as error:
            explain(cls._fields(), src_dict, error)

    @classmethod
    def _read(cls, value: Any) -> Self:
        _given = value if type(value) is dict else members(value)
        _value: Any
        (
            _its_filled_quantity,
            _its_leaves_quantity,
            _its_quantity,
        ) = decode_decimals(_amounts_of(_given))
        _model = cls(  # by position: naming them takes three times as long
            decode_uuid(_given["id"]),
            (_value if type((_value := _given["account_id"])) is int else decode_integer(_value)),
            (_value if type((_value := _given["client_order_id"])) is str else decode_string(_value)),
            decode_datetime(_given["created_at"]),
            _its_filled_quantity,
            None if (_value := _given["instrument_id"]) is None else decode_uuid(_value),
            None
            if (_value := _given["instrument_type"]) is None
            else (known_security_type.get(_value) or decode_str_enum(SecurityType, _value)),
            _its_leaves_quantity,
            (known_order_type.get((_value := _given["order_type"])) or decode_str_enum(OrderType, _value)),
            _its_quantity,
            (known_side.get((_value := _given["side"])) or decode_str_enum(Side, _value)),
            (known_order_status.get((_value := _given["status"])) or decode_str_enum(OrderStatus, _value)),
            None
            if (_value := _given["symbol"]) is None
            else (_value if type(_value) is str else decode_string(_value)),
            (known_time_in_force.get((_value := _given["time_in_force"])) or decode_str_enum(TimeInForce, _value)),
            decode_datetime(_given["updated_at"]),
            (_value if type((_value := _given["venue"])) is str else decode_string(_value)),
            UNSET
            if (_value := _given.get("average_fill_price", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET if (_value := _given.get("details", UNSET)) is UNSET else _codec_details.read(_value),
            UNSET
            if (_value := _given.get("expires_at", UNSET)) is UNSET
            else None
            if _value is None
            else decode_datetime(_value),
            UNSET
            if (_value := _given.get("extended_hours", UNSET)) is UNSET
            else None
            if _value is None
            else (_value if type(_value) is bool else decode_boolean(_value)),
            UNSET
            if (_value := _given.get("limit_offset", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("limit_price", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("queue_state", UNSET)) is UNSET
            else None
            if _value is None
            else (known_queue_state.get(_value) or decode_str_enum(QueueState, _value)),
            UNSET
            if (_value := _given.get("releases_at", UNSET)) is UNSET
            else None
            if _value is None
            else decode_datetime(_value),
            UNSET
            if (_value := _given.get("stop_price", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("trailing_limit_px", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("trailing_offset", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("trailing_offset_type", UNSET)) is UNSET
            else None
            if _value is None
            else (known_trailing_offset_type.get(_value) or decode_str_enum(TrailingOffsetType, _value)),
            UNSET
            if (_value := _given.get("trailing_stop_px", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("trailing_watermark_px", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("trailing_watermark_ts", UNSET)) is UNSET
            else None
            if _value is None
            else decode_datetime(_value),
            UNSET
            if (_value := _given.get("underlying_instrument_id", UNSET)) is UNSET
            else None
            if _value is None
            else (_value if type(_value) is str else decode_string(_value)),
        )
        if not cls._names.issuperset(_given):
            _model.additional_properties = {
                _name: _value for _name, _value in _given.items() if _name not in cls._names
            }
        return _model

    @staticmethod
    def _fields() -> _wire.Fields:
        return _wire.Fields(
            (
                _wire.Field("id", True, _wire.UUID_),
                _wire.Field("account_id", True, _wire.INTEGER),
                _wire.Field("client_order_id", True, _wire.STRING),
                _wire.Field("created_at", True, _wire.DATETIME),
                _wire.Field("filled_quantity", True, _wire.DECIMAL),
                _wire.Field("instrument_id", True, _wire.nullable(_wire.UUID_)),
                _wire.Field("instrument_type", True, _wire.nullable(_wire.str_enum(SecurityType))),
                _wire.Field("leaves_quantity", True, _wire.DECIMAL),
                _wire.Field("order_type", True, _wire.str_enum(OrderType)),
                _wire.Field("quantity", True, _wire.DECIMAL),
                _wire.Field("side", True, _wire.str_enum(Side)),
                _wire.Field("status", True, _wire.str_enum(OrderStatus)),
                _wire.Field("symbol", True, _wire.nullable(_wire.STRING)),
                _wire.Field("time_in_force", True, _wire.str_enum(TimeInForce)),
                _wire.Field("updated_at", True, _wire.DATETIME),
                _wire.Field("venue", True, _wire.STRING),
                _wire.Field("average_fill_price", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("details", False, _wire.nullable(_wire.list_of(_wire.STRING))),
                _wire.Field("expires_at", False, _wire.nullable(_wire.DATETIME)),
                _wire.Field("extended_hours", False, _wire.nullable(_wire.BOOLEAN)),
                _wire.Field("limit_offset", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("limit_price", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("queue_state", False, _wire.nullable(_wire.str_enum(QueueState))),
                _wire.Field("releases_at", False, _wire.nullable(_wire.DATETIME)),
                _wire.Field("stop_price", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("trailing_limit_px", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("trailing_offset", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("trailing_offset_type", False, _wire.nullable(_wire.str_enum(TrailingOffsetType))),
                _wire.Field("trailing_stop_px", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("trailing_watermark_px", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("trailing_watermark_ts", False, _wire.nullable(_wire.DATETIME)),
                _wire.Field("underlying_instrument_id", False, _wire.nullable(_wire.STRING)),
            ),
            _wire.ANY,
        )


from .order_status import known_order_status  # noqa: E402
from .order_type import known_order_type  # noqa: E402
from .queue_state import known_queue_state  # noqa: E402
from .security_type import known_security_type  # noqa: E402
from .side import known_side  # noqa: E402
from .time_in_force import known_time_in_force  # noqa: E402
from .trailing_offset_type import known_trailing_offset_type  # noqa: E402

_amounts_of: Final = itemgetter(
    "filled_quantity",
    "leaves_quantity",
    "quantity",
)
_codec_details: Final = _wire.nullable(_wire.list_of(_wire.STRING))
