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
    decode_integer,
    decode_string,
    encode_integer,
    encode_string,
    explain,
    members,
    to_json,
)
from ..types import UNSET, Unset


@define
class PageMetadata:
    """What the broker says about an answer that is one page of several.

    Attributes:
        request_id: Id of the request, to be named when asking the broker about it.
        next_page_token: Token of the next page (base64url), to be sent as it is; null on the last page.
        previous_page_token: Token of the previous page (base64url), to be sent as it is; null on the first
            page.
        page_number: Number of this page, from 1; null where the broker does not count.
        total_pages: Number of pages; null where the broker does not count.
        total_items: Number of items on all pages together; null where the broker does not count.
    """

    request_id: str
    next_page_token: str | None | Unset = UNSET
    previous_page_token: str | None | Unset = UNSET
    page_number: int | None | Unset = UNSET
    total_pages: int | None | Unset = UNSET
    total_items: int | None | Unset = UNSET
    #: What the answer held beside the above; sent back as it came.
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _names: ClassVar[frozenset[str]] = frozenset(
        {"request_id", "next_page_token", "previous_page_token", "page_number", "total_pages", "total_items"}
    )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is UNSET is left out."""
        _found: dict[str, Any] = {
            "request_id": encode_string(self.request_id),
        }
        if self.next_page_token is not UNSET:
            _found["next_page_token"] = None if self.next_page_token is None else encode_string(self.next_page_token)
        if self.previous_page_token is not UNSET:
            _found["previous_page_token"] = (
                None if self.previous_page_token is None else encode_string(self.previous_page_token)
            )
        if self.page_number is not UNSET:
            _found["page_number"] = None if self.page_number is None else encode_integer(self.page_number)
        if self.total_pages is not UNSET:
            _found["total_pages"] = None if self.total_pages is None else encode_integer(self.total_pages)
        if self.total_items is not UNSET:
            _found["total_items"] = None if self.total_items is None else encode_integer(self.total_items)
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
            (_value if type((_value := _given["request_id"])) is str else decode_string(_value)),
            UNSET
            if (_value := _given.get("next_page_token", UNSET)) is UNSET
            else None
            if _value is None
            else (_value if type(_value) is str else decode_string(_value)),
            UNSET
            if (_value := _given.get("previous_page_token", UNSET)) is UNSET
            else None
            if _value is None
            else (_value if type(_value) is str else decode_string(_value)),
            UNSET
            if (_value := _given.get("page_number", UNSET)) is UNSET
            else None
            if _value is None
            else (_value if type(_value) is int else decode_integer(_value)),
            UNSET
            if (_value := _given.get("total_pages", UNSET)) is UNSET
            else None
            if _value is None
            else (_value if type(_value) is int else decode_integer(_value)),
            UNSET
            if (_value := _given.get("total_items", UNSET)) is UNSET
            else None
            if _value is None
            else (_value if type(_value) is int else decode_integer(_value)),
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
                _wire.Field("request_id", True, _wire.STRING),
                _wire.Field("next_page_token", False, _wire.nullable(_wire.STRING)),
                _wire.Field("previous_page_token", False, _wire.nullable(_wire.STRING)),
                _wire.Field("page_number", False, _wire.nullable(_wire.INTEGER)),
                _wire.Field("total_pages", False, _wire.nullable(_wire.INTEGER)),
                _wire.Field("total_items", False, _wire.nullable(_wire.INTEGER)),
            ),
            _wire.ANY,
        )
