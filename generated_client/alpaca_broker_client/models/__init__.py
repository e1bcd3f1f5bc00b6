# Generated from openapi/alpaca-broker.yaml (sha256 0b1631558de74bb4179d2ca197b63530c537f6e4fad82912be0d643199ddca4e)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""Every class of the document.  Each is imported when it is first asked for, not with the package."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .asset_class import AssetClass
    from .closed_position import ClosedPosition
    from .commission_type import CommissionType
    from .error import Error
    from .order import Order
    from .order_class import OrderClass
    from .order_leg import OrderLeg
    from .order_side import OrderSide
    from .order_status import OrderStatus
    from .order_type import OrderType
    from .position import Position
    from .position_intent import PositionIntent
    from .position_side import PositionSide
    from .time_in_force import TimeInForce
    from .usd_order import USDOrder
    from .usd_position import USDPosition

_MODULES: Final[Mapping[str, str]] = {
    "ClosedPosition": "closed_position",
    "Error": "error",
    "Order": "order",
    "OrderLeg": "order_leg",
    "Position": "position",
    "USDOrder": "usd_order",
    "USDPosition": "usd_position",
    "AssetClass": "asset_class",
    "CommissionType": "commission_type",
    "OrderClass": "order_class",
    "OrderSide": "order_side",
    "OrderStatus": "order_status",
    "OrderType": "order_type",
    "PositionIntent": "position_intent",
    "TimeInForce": "time_in_force",
    "PositionSide": "position_side",
}

__all__ = (
    "AssetClass",
    "ClosedPosition",
    "CommissionType",
    "Error",
    "Order",
    "OrderClass",
    "OrderLeg",
    "OrderSide",
    "OrderStatus",
    "OrderType",
    "Position",
    "PositionIntent",
    "PositionSide",
    "TimeInForce",
    "USDOrder",
    "USDPosition",
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
