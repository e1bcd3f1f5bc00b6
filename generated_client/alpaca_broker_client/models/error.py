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
    decode_integer,
    decode_string,
    encode_decimal,
    encode_integer,
    encode_string,
    explain,
    members,
    to_json,
)
from ..types import UNSET, Unset


@define
class Error:
    """Why a request, or one entry of a 207, was refused. Tell cases apart by HTTP status first and by code second;
    the message is for people.

    Attributes:
        message: The error in words, for people. Its wording changes.
        code: Number of the error, whose first three digits mostly repeat the HTTP status. Some errors come
            without one.
        symbol: Symbol that the error is about.
        available: Quantity free to be traded when the request was refused, in shares, contracts or coins.
        existing_qty: Quantity of the position when the request was refused.
        held_for_orders: Quantity that open orders held when the request was refused.
    """

    message: str
    code: int | Unset = UNSET
    symbol: str | Unset = UNSET
    available: Decimal | Unset = UNSET
    existing_qty: Decimal | Unset = UNSET
    held_for_orders: Decimal | Unset = UNSET
    #: What the answer held beside the above; sent back as it came.
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _names: ClassVar[frozenset[str]] = frozenset(
        {"message", "code", "symbol", "available", "existing_qty", "held_for_orders"}
    )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is UNSET is left out."""
        _found: dict[str, Any] = {
            "message": encode_string(self.message),
        }
        if self.code is not UNSET:
            _found["code"] = encode_integer(self.code)
        if self.symbol is not UNSET:
            _found["symbol"] = encode_string(self.symbol)
        if self.available is not UNSET:
            _found["available"] = encode_decimal(self.available)
        if self.existing_qty is not UNSET:
            _found["existing_qty"] = encode_decimal(self.existing_qty)
        if self.held_for_orders is not UNSET:
            _found["held_for_orders"] = encode_decimal(self.held_for_orders)
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
            (_value if type((_value := _given["message"])) is str else decode_string(_value)),
            UNSET
            if (_value := _given.get("code", UNSET)) is UNSET
            else (_value if type(_value) is int else decode_integer(_value)),
            UNSET
            if (_value := _given.get("symbol", UNSET)) is UNSET
            else (_value if type(_value) is str else decode_string(_value)),
            UNSET if (_value := _given.get("available", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("existing_qty", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("held_for_orders", UNSET)) is UNSET else decode_decimal(_value),
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
                _wire.Field("message", True, _wire.STRING),
                _wire.Field("code", False, _wire.INTEGER),
                _wire.Field("symbol", False, _wire.STRING),
                _wire.Field("available", False, _wire.DECIMAL),
                _wire.Field("existing_qty", False, _wire.DECIMAL),
                _wire.Field("held_for_orders", False, _wire.DECIMAL),
            ),
            _wire.ANY,
        )
