# Generated from openapi/alpaca-broker.yaml (sha256 0b1631558de74bb4179d2ca197b63530c537f6e4fad82912be0d643199ddca4e)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define
from attrs import field as _field

from .. import _wire
from .._wire import (
    UNREADABLE,
    decode_integer,
    decode_string,
    encode_integer,
    encode_string,
    explain,
    members,
    to_json,
)
from ..types import UNSET, RawJson, Unset


@define
class ClosedPosition:
    """What became of one position when all were to be closed.

    Attributes:
        symbol: Symbol of the position, as the broker writes it.
        status: HTTP status of this entry alone, such as 200 for an accepted order. Decide by it, not by the 207
            around the array.
        body: The closing order, or the error that prevented it. Null and no body at all have been seen with
            failed entries.
    """

    symbol: str
    status: int
    body: Order | Error | RawJson | None | Unset = UNSET
    #: What the answer held beside the above; sent back as it came.
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _names: ClassVar[frozenset[str]] = frozenset({"symbol", "status", "body"})

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is UNSET is left out."""
        _found: dict[str, Any] = {
            "symbol": encode_string(self.symbol),
            "status": encode_integer(self.status),
        }
        if self.body is not UNSET:
            _found["body"] = _codec_body.encode(self.body)
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
            (_value if type((_value := _given["symbol"])) is str else decode_string(_value)),
            (_value if type((_value := _given["status"])) is int else decode_integer(_value)),
            UNSET if (_value := _given.get("body", UNSET)) is UNSET else _codec_body.read(_value),
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
                _wire.Field("symbol", True, _wire.STRING),
                _wire.Field("status", True, _wire.INTEGER),
                _wire.Field("body", False, _wire.nullable(_wire.union(_wire.model(Order), _wire.model(Error)))),
            ),
            _wire.ANY,
        )


# Below the class, since objects may hold each other in circles.
from .error import Error  # noqa: E402
from .order import Order  # noqa: E402

_codec_body: Final = _wire.nullable(_wire.union(_wire.model(Order), _wire.model(Error)))
