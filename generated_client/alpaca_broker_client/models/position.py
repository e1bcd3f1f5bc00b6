# Generated from openapi/alpaca-broker.yaml (sha256 0b1631558de74bb4179d2ca197b63530c537f6e4fad82912be0d643199ddca4e)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from __future__ import annotations

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
    decode_decimal,
    decode_decimals,
    decode_str_enum,
    decode_string,
    decode_uuid,
    encode_boolean,
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
from .position_side import PositionSide


@define
class Position:
    """An open position of an account in one asset. Amounts are in the currency of the account.

    Attributes:
        asset_id: Id of the asset; for an option, of the contract.
        symbol: Symbol of the asset: a ticker, a pair such as BTCUSD or BTC/USD, or an OSI option symbol.
        exchange: Venue where the asset is listed.
        asset_class: Kind of instrument: US equity, US option, cryptocurrency, cryptocurrency perpetual future,
            or a share still in its initial offering. More kinds may come: treat an unknown one as text.
        avg_entry_price: Average price paid or received per share, contract or coin; positive for both sides.
        qty: Size of the position in shares, contracts or coins, negative for a short one; up to nine decimal
            places.
        qty_available: The part of qty that no open order and no covered call holds, and that can therefore be
            closed now.
        side: Whether the position is long or short; agrees with the sign of qty.
        market_value: Worth of the position at the current price, with the sign of qty.
        cost_basis: What the position cost when it was opened, with the sign of qty.
        unrealized_pl: Gain (positive) or loss (negative) if the position were closed at the current price.
        unrealized_plpc: Unrealised gain or loss as a ratio of the cost basis: 0.2 is 20 percent. It can be
            below -1 for a short position.
        unrealized_intraday_pl: Gain (positive) or loss (negative) since the last close.
        unrealized_intraday_plpc: Gain or loss since the last close as a ratio: 0.01 is one percent.
        current_price: Latest price per share, contract or coin; 0 or more.
        lastday_price: Closing price of the previous trading day, per share, contract or coin.
        change_today: Change of the price since the last close as a ratio: -0.05 is down by five percent.
        asset_marginable: Whether the asset may be held on margin.
        swap_rate: Latest rate for exchanging the account's currency; only for accounts that are not in US
            dollars.
        avg_entry_swap_rate: Average exchange rate at which the position was entered; only for accounts that are
            not in US dollars.
        usd: The amounts of a position in US dollars; only there for accounts in another currency.
    """

    asset_id: UUID
    symbol: str
    exchange: str
    asset_class: AssetClass
    avg_entry_price: Decimal
    qty: Decimal
    qty_available: Decimal
    side: PositionSide
    market_value: Decimal
    cost_basis: Decimal
    unrealized_pl: Decimal
    unrealized_plpc: Decimal
    unrealized_intraday_pl: Decimal
    unrealized_intraday_plpc: Decimal
    current_price: Decimal
    lastday_price: Decimal
    change_today: Decimal
    asset_marginable: bool | Unset = UNSET
    swap_rate: Decimal | Unset = UNSET
    avg_entry_swap_rate: Decimal | Unset = UNSET
    usd: USDPosition | Unset = UNSET
    #: What the answer held beside the above; sent back as it came.
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _names: ClassVar[frozenset[str]] = frozenset(
        {
            "asset_id",
            "symbol",
            "exchange",
            "asset_class",
            "avg_entry_price",
            "qty",
            "qty_available",
            "side",
            "market_value",
            "cost_basis",
            "unrealized_pl",
            "unrealized_plpc",
            "unrealized_intraday_pl",
            "unrealized_intraday_plpc",
            "current_price",
            "lastday_price",
            "change_today",
            "asset_marginable",
            "swap_rate",
            "avg_entry_swap_rate",
            "usd",
        }
    )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is UNSET is left out."""
        _found: dict[str, Any] = {
            "asset_id": encode_uuid(self.asset_id),
            "symbol": encode_string(self.symbol),
            "exchange": encode_string(self.exchange),
            "asset_class": encode_str_enum(self.asset_class),
            "avg_entry_price": encode_decimal(self.avg_entry_price),
            "qty": encode_decimal(self.qty),
            "qty_available": encode_decimal(self.qty_available),
            "side": encode_str_enum(self.side),
            "market_value": encode_decimal(self.market_value),
            "cost_basis": encode_decimal(self.cost_basis),
            "unrealized_pl": encode_decimal(self.unrealized_pl),
            "unrealized_plpc": encode_decimal(self.unrealized_plpc),
            "unrealized_intraday_pl": encode_decimal(self.unrealized_intraday_pl),
            "unrealized_intraday_plpc": encode_decimal(self.unrealized_intraday_plpc),
            "current_price": encode_decimal(self.current_price),
            "lastday_price": encode_decimal(self.lastday_price),
            "change_today": encode_decimal(self.change_today),
        }
        if self.asset_marginable is not UNSET:
            _found["asset_marginable"] = encode_boolean(self.asset_marginable)
        if self.swap_rate is not UNSET:
            _found["swap_rate"] = encode_decimal(self.swap_rate)
        if self.avg_entry_swap_rate is not UNSET:
            _found["avg_entry_swap_rate"] = encode_decimal(self.avg_entry_swap_rate)
        if self.usd is not UNSET:
            _found["usd"] = self.usd.to_dict()
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
            _its_avg_entry_price,
            _its_qty,
            _its_qty_available,
            _its_market_value,
            _its_cost_basis,
            _its_unrealized_pl,
            _its_unrealized_plpc,
            _its_unrealized_intraday_pl,
            _its_unrealized_intraday_plpc,
            _its_current_price,
            _its_lastday_price,
            _its_change_today,
        ) = decode_decimals(_amounts_of(_given))
        _model = cls(  # by position: naming them takes three times as long
            decode_uuid(_given["asset_id"]),
            (_value if type((_value := _given["symbol"])) is str else decode_string(_value)),
            (_value if type((_value := _given["exchange"])) is str else decode_string(_value)),
            (known_asset_class.get((_value := _given["asset_class"])) or decode_str_enum(AssetClass, _value)),
            _its_avg_entry_price,
            _its_qty,
            _its_qty_available,
            (known_position_side.get((_value := _given["side"])) or decode_str_enum(PositionSide, _value)),
            _its_market_value,
            _its_cost_basis,
            _its_unrealized_pl,
            _its_unrealized_plpc,
            _its_unrealized_intraday_pl,
            _its_unrealized_intraday_plpc,
            _its_current_price,
            _its_lastday_price,
            _its_change_today,
            UNSET
            if (_value := _given.get("asset_marginable", UNSET)) is UNSET
            else (_value if type(_value) is bool else decode_boolean(_value)),
            UNSET if (_value := _given.get("swap_rate", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("avg_entry_swap_rate", UNSET)) is UNSET else decode_decimal(_value),
            UNSET if (_value := _given.get("usd", UNSET)) is UNSET else USDPosition._read(_value),
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
                _wire.Field("asset_id", True, _wire.UUID_),
                _wire.Field("symbol", True, _wire.STRING),
                _wire.Field("exchange", True, _wire.STRING),
                _wire.Field("asset_class", True, _wire.str_enum(AssetClass)),
                _wire.Field("avg_entry_price", True, _wire.DECIMAL),
                _wire.Field("qty", True, _wire.DECIMAL),
                _wire.Field("qty_available", True, _wire.DECIMAL),
                _wire.Field("side", True, _wire.str_enum(PositionSide)),
                _wire.Field("market_value", True, _wire.DECIMAL),
                _wire.Field("cost_basis", True, _wire.DECIMAL),
                _wire.Field("unrealized_pl", True, _wire.DECIMAL),
                _wire.Field("unrealized_plpc", True, _wire.DECIMAL),
                _wire.Field("unrealized_intraday_pl", True, _wire.DECIMAL),
                _wire.Field("unrealized_intraday_plpc", True, _wire.DECIMAL),
                _wire.Field("current_price", True, _wire.DECIMAL),
                _wire.Field("lastday_price", True, _wire.DECIMAL),
                _wire.Field("change_today", True, _wire.DECIMAL),
                _wire.Field("asset_marginable", False, _wire.BOOLEAN),
                _wire.Field("swap_rate", False, _wire.DECIMAL),
                _wire.Field("avg_entry_swap_rate", False, _wire.DECIMAL),
                _wire.Field("usd", False, _wire.model(USDPosition)),
            ),
            _wire.ANY,
        )


# Below the class, since objects may hold each other in circles.
from .asset_class import known_asset_class  # noqa: E402
from .position_side import known_position_side  # noqa: E402
from .usd_position import USDPosition  # noqa: E402

_amounts_of: Final = itemgetter(
    "avg_entry_price",
    "qty",
    "qty_available",
    "market_value",
    "cost_basis",
    "unrealized_pl",
    "unrealized_plpc",
    "unrealized_intraday_pl",
    "unrealized_intraday_plpc",
    "current_price",
    "lastday_price",
    "change_today",
)
