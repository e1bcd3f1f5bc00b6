# Generated from openapi/alpaca-broker.yaml (sha256 0b1631558de74bb4179d2ca197b63530c537f6e4fad82912be0d643199ddca4e)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self
from uuid import UUID

from attrs import define
from attrs import field as _field

from .. import _wire
from .._wire import (
    UNREADABLE,
    decode_boolean,
    decode_datetime,
    decode_decimal,
    decode_str_enum,
    decode_string,
    decode_uuid,
    encode_boolean,
    encode_datetime,
    encode_decimal,
    encode_str_enum,
    encode_string,
    encode_uuid,
    explain,
    members,
    to_json,
)
from ..types import UNSET, Unset
from .asset_class import AssetClass
from .commission_type import CommissionType
from .order_class import OrderClass
from .order_side import OrderSide
from .order_status import OrderStatus
from .order_type import OrderType
from .position_intent import PositionIntent
from .time_in_force import TimeInForce


@define
class OrderLeg:
    """One order of those that make up another; it has every field that an order has.

    Attributes:
        id: Id of the order, given by the broker.
        symbol: Symbol of the asset; for an option, its OSI symbol.
        client_order_id: Id that the client gave the order; for a closing order the broker makes one up.
        created_at: When the broker created the order. Fractions of a second have up to nine digits here and
            below.
        updated_at: When the order last changed.
        submitted_at: When the order was submitted for execution.
        filled_at: When the order was filled completely; null until then.
        expired_at: When the order ran out; null if it did not.
        canceled_at: When the order was cancelled; null if it was not.
        cancel_requested_at: When cancelling was asked for; null if it was not. Asking is not yet being
            cancelled.
        failed_at: When the order failed; null if it did not.
        replaced_at: When another order took the place of this one; null if none did.
        replaced_by: Id of the order that took the place of this one, or null.
        replaces: Id of the order whose place this one took, or null.
        asset_id: Id of the asset to be traded.
        asset_class: Kind of instrument: US equity, US option, cryptocurrency, cryptocurrency perpetual future,
            or a share still in its initial offering. More kinds may come: treat an unknown one as text.
        notional: Amount of money to trade, in the currency of the account; null where the order has a quantity.
        qty: Quantity to trade, in shares, contracts or coins, positive for every side; null where the order has
            an amount.
        filled_qty: Quantity executed so far: 0 or more, and never over qty.
        filled_avg_price: Average price of what has been executed, per share, contract or coin; null while
            nothing has.
        order_class: Whether an order stands alone or belongs to a group; an empty text is an order that stands
            alone.
        order_type: How the price of a trade is found.
        type_: How the price of a trade is found.
        side: Direction of a trade. Closing orders are buy or sell.
        position_intent: Whether a trade opens or closes a position, and in which direction.
        time_in_force: How long an order may wait: for the day, until cancelled, the opening or closing auction,
            at once in part, or at once and whole.
        limit_price: Worst acceptable price per share, contract or coin; null without a limit.
        stop_price: Price at which a stop order becomes active; null without a stop.
        status: How far an order has come. Nothing more executes once it is filled, canceled, expired, replaced
            or rejected.
        extended_hours: Whether the order may execute outside regular trading hours.
        legs: The definition names an object here and none of its fields; null has been seen.
        trail_percent: Distance a trailing stop keeps from the best price, in percent of it: 1 is one hundredth;
            null otherwise.
        trail_price: Distance a trailing stop keeps from the best price, in money per share; null otherwise.
        hwm: Best price seen by a trailing stop so far (highest for a sale, lowest for a purchase); null
            otherwise.
        commission: Commission charged to the end customer, in the unit that commission_type names.
        commission_bps: Commission in basis points, one hundredth of a percent each.
        commission_type: Measure of a commission: an amount per order, an amount per share, or basis points.
        commision: Misspelt twin of commission, found in real answers.
        swap_rate: Rate at which the account's currency was exchanged, where it is not US dollars.
        swap_fee_bps: Fee for the exchange of currency, in basis points.
        usd: The amounts of an order in US dollars. Its fields are not documented.
        subtag: Label that a partner may have put on the order, or null.
        source: Which system the order came in through, or null.
    """

    id: UUID
    symbol: str
    client_order_id: str | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    submitted_at: datetime.datetime | Unset = UNSET
    filled_at: datetime.datetime | None | Unset = UNSET
    expired_at: datetime.datetime | None | Unset = UNSET
    canceled_at: datetime.datetime | None | Unset = UNSET
    cancel_requested_at: datetime.datetime | None | Unset = UNSET
    failed_at: datetime.datetime | None | Unset = UNSET
    replaced_at: datetime.datetime | None | Unset = UNSET
    replaced_by: UUID | None | Unset = UNSET
    replaces: UUID | None | Unset = UNSET
    asset_id: UUID | Unset = UNSET
    asset_class: AssetClass | Unset = UNSET
    notional: Decimal | None | Unset = UNSET
    qty: Decimal | None | Unset = UNSET
    filled_qty: Decimal | Unset = UNSET
    filled_avg_price: Decimal | None | Unset = UNSET
    order_class: OrderClass | Unset = UNSET
    order_type: OrderType | Unset = UNSET
    type_: OrderType | Unset = UNSET
    side: OrderSide | Unset = UNSET
    position_intent: PositionIntent | Unset = UNSET
    time_in_force: TimeInForce | Unset = UNSET
    limit_price: Decimal | None | Unset = UNSET
    stop_price: Decimal | None | Unset = UNSET
    status: OrderStatus | Unset = UNSET
    extended_hours: bool | Unset = UNSET
    legs: Any | Unset = UNSET
    trail_percent: Decimal | None | Unset = UNSET
    trail_price: Decimal | None | Unset = UNSET
    hwm: Decimal | None | Unset = UNSET
    commission: Decimal | Unset = UNSET
    commission_bps: Decimal | Unset = UNSET
    commission_type: CommissionType | Unset = UNSET
    commision: Decimal | Unset = UNSET
    swap_rate: Decimal | Unset = UNSET
    swap_fee_bps: Decimal | Unset = UNSET
    usd: USDOrder | Unset = UNSET
    subtag: str | None | Unset = UNSET
    source: str | None | Unset = UNSET
    #: What the answer held beside the above; sent back as it came.
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _names: ClassVar[frozenset[str]] = frozenset(
        {
            "id",
            "symbol",
            "client_order_id",
            "created_at",
            "updated_at",
            "submitted_at",
            "filled_at",
            "expired_at",
            "canceled_at",
            "cancel_requested_at",
            "failed_at",
            "replaced_at",
            "replaced_by",
            "replaces",
            "asset_id",
            "asset_class",
            "notional",
            "qty",
            "filled_qty",
            "filled_avg_price",
            "order_class",
            "order_type",
            "type",
            "side",
            "position_intent",
            "time_in_force",
            "limit_price",
            "stop_price",
            "status",
            "extended_hours",
            "legs",
            "trail_percent",
            "trail_price",
            "hwm",
            "commission",
            "commission_bps",
            "commission_type",
            "commision",
            "swap_rate",
            "swap_fee_bps",
            "usd",
            "subtag",
            "source",
        }
    )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is UNSET is left out."""
        _found: dict[str, Any] = {
            "id": encode_uuid(self.id),
            "symbol": encode_string(self.symbol),
        }
        if self.client_order_id is not UNSET:
            _found["client_order_id"] = encode_string(self.client_order_id)
        if self.created_at is not UNSET:
            _found["created_at"] = encode_datetime(self.created_at)
        if self.updated_at is not UNSET:
            _found["updated_at"] = encode_datetime(self.updated_at)
        if self.submitted_at is not UNSET:
            _found["submitted_at"] = encode_datetime(self.submitted_at)
        if self.filled_at is not UNSET:
            _found["filled_at"] = None if self.filled_at is None else encode_datetime(self.filled_at)
        if self.expired_at is not UNSET:
            _found["expired_at"] = None if self.expired_at is None else encode_datetime(self.expired_at)
        if self.canceled_at is not UNSET:
            _found["canceled_at"] = None if self.canceled_at is None else encode_datetime(self.canceled_at)
        if self.cancel_requested_at is not UNSET:
            _found["cancel_requested_at"] = (
                None if self.cancel_requested_at is None else encode_datetime(self.cancel_requested_at)
            )
        if self.failed_at is not UNSET:
            _found["failed_at"] = None if self.failed_at is None else encode_datetime(self.failed_at)
        if self.replaced_at is not UNSET:
            _found["replaced_at"] = None if self.replaced_at is None else encode_datetime(self.replaced_at)
        if self.replaced_by is not UNSET:
            _found["replaced_by"] = None if self.replaced_by is None else encode_uuid(self.replaced_by)
        if self.replaces is not UNSET:
            _found["replaces"] = None if self.replaces is None else encode_uuid(self.replaces)
        if self.asset_id is not UNSET:
            _found["asset_id"] = encode_uuid(self.asset_id)
        if self.asset_class is not UNSET:
            _found["asset_class"] = encode_str_enum(self.asset_class)
        if self.notional is not UNSET:
            _found["notional"] = None if self.notional is None else encode_decimal(self.notional)
        if self.qty is not UNSET:
            _found["qty"] = None if self.qty is None else encode_decimal(self.qty)
        if self.filled_qty is not UNSET:
            _found["filled_qty"] = encode_decimal(self.filled_qty)
        if self.filled_avg_price is not UNSET:
            _found["filled_avg_price"] = (
                None if self.filled_avg_price is None else encode_decimal(self.filled_avg_price)
            )
        if self.order_class is not UNSET:
            _found["order_class"] = encode_str_enum(self.order_class)
        if self.order_type is not UNSET:
            _found["order_type"] = encode_str_enum(self.order_type)
        if self.type_ is not UNSET:
            _found["type"] = encode_str_enum(self.type_)
        if self.side is not UNSET:
            _found["side"] = encode_str_enum(self.side)
        if self.position_intent is not UNSET:
            _found["position_intent"] = encode_str_enum(self.position_intent)
        if self.time_in_force is not UNSET:
            _found["time_in_force"] = encode_str_enum(self.time_in_force)
        if self.limit_price is not UNSET:
            _found["limit_price"] = None if self.limit_price is None else encode_decimal(self.limit_price)
        if self.stop_price is not UNSET:
            _found["stop_price"] = None if self.stop_price is None else encode_decimal(self.stop_price)
        if self.status is not UNSET:
            _found["status"] = encode_str_enum(self.status)
        if self.extended_hours is not UNSET:
            _found["extended_hours"] = encode_boolean(self.extended_hours)
        if self.legs is not UNSET:
            _found["legs"] = to_json(self.legs)
        if self.trail_percent is not UNSET:
            _found["trail_percent"] = None if self.trail_percent is None else encode_decimal(self.trail_percent)
        if self.trail_price is not UNSET:
            _found["trail_price"] = None if self.trail_price is None else encode_decimal(self.trail_price)
        if self.hwm is not UNSET:
            _found["hwm"] = None if self.hwm is None else encode_decimal(self.hwm)
        if self.commission is not UNSET:
            _found["commission"] = encode_decimal(self.commission)
        if self.commission_bps is not UNSET:
            _found["commission_bps"] = encode_decimal(self.commission_bps)
        if self.commission_type is not UNSET:
            _found["commission_type"] = encode_str_enum(self.commission_type)
        if self.commision is not UNSET:
            _found["commision"] = encode_decimal(self.commision)
        if self.swap_rate is not UNSET:
            _found["swap_rate"] = encode_decimal(self.swap_rate)
        if self.swap_fee_bps is not UNSET:
            _found["swap_fee_bps"] = encode_decimal(self.swap_fee_bps)
        if self.usd is not UNSET:
            _found["usd"] = self.usd.to_dict()
        if self.subtag is not UNSET:
            _found["subtag"] = None if self.subtag is None else encode_string(self.subtag)
        if self.source is not UNSET:
            _found["source"] = None if self.source is None else encode_string(self.source)
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
        _model = cls(  # by position: naming them takes three times as long
            decode_uuid(_given["id"]),
            (_value if type((_value := _given["symbol"])) is str else decode_string(_value)),
            UNSET
            if (_value := _given.get("client_order_id", UNSET)) is UNSET
            else (_value if type(_value) is str else decode_string(_value)),
            UNSET if (_value := _given.get("created_at", UNSET)) is UNSET else decode_datetime(_value),
            UNSET if (_value := _given.get("updated_at", UNSET)) is UNSET else decode_datetime(_value),
            UNSET if (_value := _given.get("submitted_at", UNSET)) is UNSET else decode_datetime(_value),
            UNSET
            if (_value := _given.get("filled_at", UNSET)) is UNSET
            else None
            if _value is None
            else decode_datetime(_value),
            UNSET
            if (_value := _given.get("expired_at", UNSET)) is UNSET
            else None
            if _value is None
            else decode_datetime(_value),
            UNSET
            if (_value := _given.get("canceled_at", UNSET)) is UNSET
            else None
            if _value is None
            else decode_datetime(_value),
            UNSET
            if (_value := _given.get("cancel_requested_at", UNSET)) is UNSET
            else None
            if _value is None
            else decode_datetime(_value),
            UNSET
            if (_value := _given.get("failed_at", UNSET)) is UNSET
            else None
            if _value is None
            else decode_datetime(_value),
            UNSET
            if (_value := _given.get("replaced_at", UNSET)) is UNSET
            else None
            if _value is None
            else decode_datetime(_value),
            UNSET
            if (_value := _given.get("replaced_by", UNSET)) is UNSET
            else None
            if _value is None
            else decode_uuid(_value),
            UNSET
            if (_value := _given.get("replaces", UNSET)) is UNSET
            else None
            if _value is None
            else decode_uuid(_value),
            UNSET if (_value := _given.get("asset_id", UNSET)) is UNSET else decode_uuid(_value),
            UNSET
            if (_value := _given.get("asset_class", UNSET)) is UNSET
            else (known_asset_class.get(_value) or decode_str_enum(AssetClass, _value)),
            UNSET
            if (_value := _given.get("notional", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("qty", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET if (_value := _given.get("filled_qty", UNSET)) is UNSET else decode_decimal(_value),
            UNSET
            if (_value := _given.get("filled_avg_price", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("order_class", UNSET)) is UNSET
            else (known_order_class.get(_value) or decode_str_enum(OrderClass, _value)),
            UNSET
            if (_value := _given.get("order_type", UNSET)) is UNSET
            else (known_order_type.get(_value) or decode_str_enum(OrderType, _value)),
            UNSET
            if (_value := _given.get("type", UNSET)) is UNSET
            else (known_order_type.get(_value) or decode_str_enum(OrderType, _value)),
            UNSET
            if (_value := _given.get("side", UNSET)) is UNSET
            else (known_order_side.get(_value) or decode_str_enum(OrderSide, _value)),
            UNSET
            if (_value := _given.get("position_intent", UNSET)) is UNSET
            else (known_position_intent.get(_value) or decode_str_enum(PositionIntent, _value)),
            UNSET
            if (_value := _given.get("time_in_force", UNSET)) is UNSET
            else (known_time_in_force.get(_value) or decode_str_enum(TimeInForce, _value)),
            UNSET
            if (_value := _given.get("limit_price", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("stop_price", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("status", UNSET)) is UNSET
            else (known_order_status.get(_value) or decode_str_enum(OrderStatus, _value)),
            UNSET
            if (_value := _given.get("extended_hours", UNSET)) is UNSET
            else (_value if type(_value) is bool else decode_boolean(_value)),
            UNSET if (_value := _given.get("legs", UNSET)) is UNSET else _value,
            UNSET
            if (_value := _given.get("trail_percent", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("trail_price", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("hwm", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET if (_value := _given.get("commission", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("commission_bps", UNSET)) is UNSET else decode_decimal(_value),
            UNSET
            if (_value := _given.get("commission_type", UNSET)) is UNSET
            else (known_commission_type.get(_value) or decode_str_enum(CommissionType, _value)),
            UNSET if (_value := _given.get("commision", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("swap_rate", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("swap_fee_bps", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("usd", UNSET)) is UNSET else USDOrder._read(_value),
            UNSET
            if (_value := _given.get("subtag", UNSET)) is UNSET
            else None
            if _value is None
            else (_value if type(_value) is str else decode_string(_value)),
            UNSET
            if (_value := _given.get("source", UNSET)) is UNSET
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
                _wire.Field("symbol", True, _wire.STRING),
                _wire.Field("client_order_id", False, _wire.STRING),
                _wire.Field("created_at", False, _wire.DATETIME),
                _wire.Field("updated_at", False, _wire.DATETIME),
                _wire.Field("submitted_at", False, _wire.DATETIME),
                _wire.Field("filled_at", False, _wire.nullable(_wire.DATETIME)),
                _wire.Field("expired_at", False, _wire.nullable(_wire.DATETIME)),
                _wire.Field("canceled_at", False, _wire.nullable(_wire.DATETIME)),
                _wire.Field("cancel_requested_at", False, _wire.nullable(_wire.DATETIME)),
                _wire.Field("failed_at", False, _wire.nullable(_wire.DATETIME)),
                _wire.Field("replaced_at", False, _wire.nullable(_wire.DATETIME)),
                _wire.Field("replaced_by", False, _wire.nullable(_wire.UUID_)),
                _wire.Field("replaces", False, _wire.nullable(_wire.UUID_)),
                _wire.Field("asset_id", False, _wire.UUID_),
                _wire.Field("asset_class", False, _wire.str_enum(AssetClass)),
                _wire.Field("notional", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("qty", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("filled_qty", False, _wire.DECIMAL),
                _wire.Field("filled_avg_price", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("order_class", False, _wire.str_enum(OrderClass)),
                _wire.Field("order_type", False, _wire.str_enum(OrderType)),
                _wire.Field("type", False, _wire.str_enum(OrderType)),
                _wire.Field("side", False, _wire.str_enum(OrderSide)),
                _wire.Field("position_intent", False, _wire.str_enum(PositionIntent)),
                _wire.Field("time_in_force", False, _wire.str_enum(TimeInForce)),
                _wire.Field("limit_price", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("stop_price", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("status", False, _wire.str_enum(OrderStatus)),
                _wire.Field("extended_hours", False, _wire.BOOLEAN),
                _wire.Field("legs", False, _wire.ANY),
                _wire.Field("trail_percent", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("trail_price", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("hwm", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("commission", False, _wire.DECIMAL),
                _wire.Field("commission_bps", False, _wire.DECIMAL),
                _wire.Field("commission_type", False, _wire.str_enum(CommissionType)),
                _wire.Field("commision", False, _wire.DECIMAL),
                _wire.Field("swap_rate", False, _wire.DECIMAL),
                _wire.Field("swap_fee_bps", False, _wire.DECIMAL),
                _wire.Field("usd", False, _wire.model(USDOrder)),
                _wire.Field("subtag", False, _wire.nullable(_wire.STRING)),
                _wire.Field("source", False, _wire.nullable(_wire.STRING)),
            ),
            _wire.ANY,
        )


# Below the class, since objects may hold each other in circles.
from .asset_class import known_asset_class  # noqa: E402
from .commission_type import known_commission_type  # noqa: E402
from .order_class import known_order_class  # noqa: E402
from .order_side import known_order_side  # noqa: E402
from .order_status import known_order_status  # noqa: E402
from .order_type import known_order_type  # noqa: E402
from .position_intent import known_position_intent  # noqa: E402
from .time_in_force import known_time_in_force  # noqa: E402
from .usd_order import USDOrder  # noqa: E402
