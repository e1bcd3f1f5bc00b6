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
    decode_date,
    decode_decimal,
    decode_decimals,
    decode_integer,
    decode_str_enum,
    decode_string,
    decode_uuid,
    encode_date,
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
from .position_type import PositionType
from .security_type import SecurityType


@define
class Position:
    """An open position of an account in one instrument. Amounts are in the currency of the account.

    Attributes:
        account_id: Id of the account that holds the position.
        available_quantity: Quantity the broker calls free to be traded, in shares or contracts. Samples give it
            without the sign of the position, and nothing says that an order in flight lowers it.
        instrument_id: Id of the instrument in the broker's order system, a UUID.
        instrument_type: Kind of instrument.
        market_value: Worth of the position at the current price, negative for a short one.
        position_type: Direction of a position. The broker now answers LONG and SHORT alone; the four values for
            options are of older answers.
        quantity: Size of the position in shares or contracts: positive for a long one, negative for a short
            one.
        symbol: Ticker of the instrument; for an option, its OSI symbol.
        avg_price: Average price paid or received per share or contract; 0 or more.
        closing_price: Price per share or contract at which the position was valued at the end of the last
            trading day.
        closing_price_date: Trading day that closing_price belongs to.
        cost_basis: What the position cost when it was opened, negative for a short one.
        daily_unrealized_pnl: Gain (positive) or loss (negative) since the previous close.
        daily_unrealized_pnl_pct: Gain or loss of the current day in percent of the value it started from: 5 is
            five hundredths. The stated range of 0 to 100 is the unit; a loss is negative.
        instrument_price: Latest market price per share or contract; 0 or more.
        underlying_instrument_id: For a derivative, the id of the instrument under it, where the broker can
            tell; null otherwise.
        unrealized_pnl: Gain (positive) or loss (negative) if the position were closed at the current price.
        unrealized_pnl_pct: Unrealised gain or loss in percent of the cost basis: 5 is five hundredths. The
            stated range of 0 to 100 is the unit; a loss is negative.
    """

    account_id: int
    available_quantity: Decimal
    instrument_id: UUID
    instrument_type: SecurityType
    market_value: Decimal
    position_type: PositionType
    quantity: Decimal
    symbol: str
    avg_price: Decimal | None | Unset = UNSET
    closing_price: Decimal | None | Unset = UNSET
    closing_price_date: datetime.date | None | Unset = UNSET
    cost_basis: Decimal | None | Unset = UNSET
    daily_unrealized_pnl: Decimal | None | Unset = UNSET
    daily_unrealized_pnl_pct: Decimal | None | Unset = UNSET
    instrument_price: Decimal | None | Unset = UNSET
    underlying_instrument_id: UUID | None | Unset = UNSET
    unrealized_pnl: Decimal | None | Unset = UNSET
    unrealized_pnl_pct: Decimal | None | Unset = UNSET
    #: What the answer held beside the above; sent back as it came.
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _names: ClassVar[frozenset[str]] = frozenset(
        {
            "account_id",
            "available_quantity",
            "instrument_id",
            "instrument_type",
            "market_value",
            "position_type",
            "quantity",
            "symbol",
            "avg_price",
            "closing_price",
            "closing_price_date",
            "cost_basis",
            "daily_unrealized_pnl",
            "daily_unrealized_pnl_pct",
            "instrument_price",
            "underlying_instrument_id",
            "unrealized_pnl",
            "unrealized_pnl_pct",
        }
    )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is UNSET is left out."""
        _found: dict[str, Any] = {
            "account_id": encode_integer(self.account_id),
            "available_quantity": encode_decimal(self.available_quantity),
            "instrument_id": encode_uuid(self.instrument_id),
            "instrument_type": encode_str_enum(self.instrument_type),
            "market_value": encode_decimal(self.market_value),
            "position_type": encode_str_enum(self.position_type),
            "quantity": encode_decimal(self.quantity),
            "symbol": encode_string(self.symbol),
        }
        if self.avg_price is not UNSET:
            _found["avg_price"] = None if self.avg_price is None else encode_decimal(self.avg_price)
        if self.closing_price is not UNSET:
            _found["closing_price"] = None if self.closing_price is None else encode_decimal(self.closing_price)
        if self.closing_price_date is not UNSET:
            _found["closing_price_date"] = (
                None if self.closing_price_date is None else encode_date(self.closing_price_date)
            )
        if self.cost_basis is not UNSET:
            _found["cost_basis"] = None if self.cost_basis is None else encode_decimal(self.cost_basis)
        if self.daily_unrealized_pnl is not UNSET:
            _found["daily_unrealized_pnl"] = (
                None if self.daily_unrealized_pnl is None else encode_decimal(self.daily_unrealized_pnl)
            )
        if self.daily_unrealized_pnl_pct is not UNSET:
            _found["daily_unrealized_pnl_pct"] = (
                None if self.daily_unrealized_pnl_pct is None else encode_decimal(self.daily_unrealized_pnl_pct)
            )
        if self.instrument_price is not UNSET:
            _found["instrument_price"] = (
                None if self.instrument_price is None else encode_decimal(self.instrument_price)
            )
        if self.underlying_instrument_id is not UNSET:
            _found["underlying_instrument_id"] = (
                None if self.underlying_instrument_id is None else encode_uuid(self.underlying_instrument_id)
            )
        if self.unrealized_pnl is not UNSET:
            _found["unrealized_pnl"] = None if self.unrealized_pnl is None else encode_decimal(self.unrealized_pnl)
        if self.unrealized_pnl_pct is not UNSET:
            _found["unrealized_pnl_pct"] = (
                None if self.unrealized_pnl_pct is None else encode_decimal(self.unrealized_pnl_pct)
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
            _its_available_quantity,
            _its_market_value,
            _its_quantity,
        ) = decode_decimals(_amounts_of(_given))
        _model = cls(  # by position: naming them takes three times as long
            (_value if type((_value := _given["account_id"])) is int else decode_integer(_value)),
            _its_available_quantity,
            decode_uuid(_given["instrument_id"]),
            (known_security_type.get((_value := _given["instrument_type"])) or decode_str_enum(SecurityType, _value)),
            _its_market_value,
            (known_position_type.get((_value := _given["position_type"])) or decode_str_enum(PositionType, _value)),
            _its_quantity,
            (_value if type((_value := _given["symbol"])) is str else decode_string(_value)),
            UNSET
            if (_value := _given.get("avg_price", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("closing_price", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("closing_price_date", UNSET)) is UNSET
            else None
            if _value is None
            else decode_date(_value),
            UNSET
            if (_value := _given.get("cost_basis", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("daily_unrealized_pnl", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("daily_unrealized_pnl_pct", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("instrument_price", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("underlying_instrument_id", UNSET)) is UNSET
            else None
            if _value is None
            else decode_uuid(_value),
            UNSET
            if (_value := _given.get("unrealized_pnl", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
            UNSET
            if (_value := _given.get("unrealized_pnl_pct", UNSET)) is UNSET
            else None
            if _value is None
            else decode_decimal(_value),
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
                _wire.Field("account_id", True, _wire.INTEGER),
                _wire.Field("available_quantity", True, _wire.DECIMAL),
                _wire.Field("instrument_id", True, _wire.UUID_),
                _wire.Field("instrument_type", True, _wire.str_enum(SecurityType)),
                _wire.Field("market_value", True, _wire.DECIMAL),
                _wire.Field("position_type", True, _wire.str_enum(PositionType)),
                _wire.Field("quantity", True, _wire.DECIMAL),
                _wire.Field("symbol", True, _wire.STRING),
                _wire.Field("avg_price", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("closing_price", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("closing_price_date", False, _wire.nullable(_wire.DATE)),
                _wire.Field("cost_basis", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("daily_unrealized_pnl", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("daily_unrealized_pnl_pct", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("instrument_price", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("underlying_instrument_id", False, _wire.nullable(_wire.UUID_)),
                _wire.Field("unrealized_pnl", False, _wire.nullable(_wire.DECIMAL)),
                _wire.Field("unrealized_pnl_pct", False, _wire.nullable(_wire.DECIMAL)),
            ),
            _wire.ANY,
        )


from .position_type import known_position_type  # noqa: E402
from .security_type import known_security_type  # noqa: E402

_amounts_of: Final = itemgetter(
    "available_quantity",
    "market_value",
    "quantity",
)
