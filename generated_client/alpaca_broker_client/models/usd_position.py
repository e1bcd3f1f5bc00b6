# Generated from openapi/alpaca-broker.yaml (sha256 0b1631558de74bb4179d2ca197b63530c537f6e4fad82912be0d643199ddca4e)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from .. import _wire
from .._wire import (
    UNREADABLE,
    decode_decimal,
    encode_decimal,
    explain,
    members,
    to_json,
)
from ..types import UNSET, Unset


@define
class USDPosition:
    """The amounts of a position in US dollars; only there for accounts in another currency.

    Attributes:
        avg_entry_price: Average entry price in US dollars per share, contract or coin.
        market_value: Worth of the position in US dollars, with the sign of its quantity.
        cost_basis: Cost of the position in US dollars, with the sign of its quantity.
        unrealized_pl: Gain (positive) or loss (negative) in US dollars if the position were closed now.
        unrealized_plpc: Unrealised gain or loss as a ratio of the cost: 0.2 is 20 percent.
        unrealized_intraday_pl: Gain (positive) or loss (negative) in US dollars since the last close.
        unrealized_intraday_plpc: Gain or loss since the last close as a ratio: 0.01 is one percent.
        current_price: Latest price in US dollars; 0 or more.
        lastday_price: Closing price of the previous trading day in US dollars.
        change_today: Change of the price since the last close as a ratio: -0.05 is down by five percent.
    """

    avg_entry_price: Decimal | Unset = UNSET
    market_value: Decimal | Unset = UNSET
    cost_basis: Decimal | Unset = UNSET
    unrealized_pl: Decimal | Unset = UNSET
    unrealized_plpc: Decimal | Unset = UNSET
    unrealized_intraday_pl: Decimal | Unset = UNSET
    unrealized_intraday_plpc: Decimal | Unset = UNSET
    current_price: Decimal | Unset = UNSET
    lastday_price: Decimal | Unset = UNSET
    change_today: Decimal | Unset = UNSET
    #: What the answer held beside the above; sent back as it came.
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _names: ClassVar[frozenset[str]] = frozenset(
        {
            "avg_entry_price",
            "market_value",
            "cost_basis",
            "unrealized_pl",
            "unrealized_plpc",
            "unrealized_intraday_pl",
            "unrealized_intraday_plpc",
            "current_price",
            "lastday_price",
            "change_today",
        }
    )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is UNSET is left out."""
        _found: dict[str, Any] = {}
        if self.avg_entry_price is not UNSET:
            _found["avg_entry_price"] = encode_decimal(self.avg_entry_price)
        if self.market_value is not UNSET:
            _found["market_value"] = encode_decimal(self.market_value)
        if self.cost_basis is not UNSET:
            _found["cost_basis"] = encode_decimal(self.cost_basis)
        if self.unrealized_pl is not UNSET:
            _found["unrealized_pl"] = encode_decimal(self.unrealized_pl)
        if self.unrealized_plpc is not UNSET:
            _found["unrealized_plpc"] = encode_decimal(self.unrealized_plpc)
        if self.unrealized_intraday_pl is not UNSET:
            _found["unrealized_intraday_pl"] = encode_decimal(self.unrealized_intraday_pl)
        if self.unrealized_intraday_plpc is not UNSET:
            _found["unrealized_intraday_plpc"] = encode_decimal(self.unrealized_intraday_plpc)
        if self.current_price is not UNSET:
            _found["current_price"] = encode_decimal(self.current_price)
        if self.lastday_price is not UNSET:
            _found["lastday_price"] = encode_decimal(self.lastday_price)
        if self.change_today is not UNSET:
            _found["change_today"] = encode_decimal(self.change_today)
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
            UNSET if (_value := _given.get("avg_entry_price", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("market_value", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("cost_basis", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("unrealized_pl", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("unrealized_plpc", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("unrealized_intraday_pl", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("unrealized_intraday_plpc", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("current_price", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("lastday_price", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("change_today", UNSET)) is UNSET else decode_decimal(_value),
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
                _wire.Field("avg_entry_price", False, _wire.DECIMAL),
                _wire.Field("market_value", False, _wire.DECIMAL),
                _wire.Field("cost_basis", False, _wire.DECIMAL),
                _wire.Field("unrealized_pl", False, _wire.DECIMAL),
                _wire.Field("unrealized_plpc", False, _wire.DECIMAL),
                _wire.Field("unrealized_intraday_pl", False, _wire.DECIMAL),
                _wire.Field("unrealized_intraday_plpc", False, _wire.DECIMAL),
                _wire.Field("current_price", False, _wire.DECIMAL),
                _wire.Field("lastday_price", False, _wire.DECIMAL),
                _wire.Field("change_today", False, _wire.DECIMAL),
            ),
            _wire.ANY,
        )
