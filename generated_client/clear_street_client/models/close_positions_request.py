# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from .. import _wire
from .._wire import (
    UNREADABLE,
    decode_boolean,
    encode_boolean,
    explain,
    members,
    to_json,
)
from ..types import UNSET, Unset


@define
class ClosePositionsRequest:
    """How to close one position or all of them.

    Attributes:
        cancel_orders: Whether to cancel open orders of a position before its closing order is submitted.
    """

    cancel_orders: bool | Unset = UNSET
    #: What the answer held beside the above; sent back as it came.
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _names: ClassVar[frozenset[str]] = frozenset({"cancel_orders"})

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is UNSET is left out."""
        _found: dict[str, Any] = {}
        if self.cancel_orders is not UNSET:
            _found["cancel_orders"] = encode_boolean(self.cancel_orders)
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
            UNSET
            if (_value := _given.get("cancel_orders", UNSET)) is UNSET
            else (_value if type(_value) is bool else decode_boolean(_value)),
        )
        if not cls._names.issuperset(_given):
            _model.additional_properties = {
                _name: _value for _name, _value in _given.items() if _name not in cls._names
            }
        return _model

    @staticmethod
    def _fields() -> _wire.Fields:
        return _wire.Fields(
            (_wire.Field("cancel_orders", False, _wire.BOOLEAN),),
            _wire.ANY,
        )
