# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""Every class of the document.  Each is imported when it is first asked for, not with the package."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .close_positions_request import ClosePositionsRequest
    from .error import Error
    from .error_envelope import ErrorEnvelope
    from .get_positions_sort_by import GetPositionsSortBy
    from .get_positions_sort_direction import GetPositionsSortDirection
    from .order import Order
    from .order_status import OrderStatus
    from .order_type import OrderType
    from .page_metadata import PageMetadata
    from .position import Position
    from .position_close_positions_response import PositionClosePositionsResponse
    from .position_get_positions_response import PositionGetPositionsResponse
    from .position_type import PositionType
    from .queue_state import QueueState
    from .response_metadata import ResponseMetadata
    from .security_type import SecurityType
    from .side import Side
    from .time_in_force import TimeInForce
    from .trailing_offset_type import TrailingOffsetType

_MODULES: Final[Mapping[str, str]] = {
    "ClosePositionsRequest": "close_positions_request",
    "Error": "error",
    "ErrorEnvelope": "error_envelope",
    "Order": "order",
    "PageMetadata": "page_metadata",
    "Position": "position",
    "PositionClosePositionsResponse": "position_close_positions_response",
    "PositionGetPositionsResponse": "position_get_positions_response",
    "ResponseMetadata": "response_metadata",
    "OrderStatus": "order_status",
    "OrderType": "order_type",
    "PositionType": "position_type",
    "QueueState": "queue_state",
    "SecurityType": "security_type",
    "Side": "side",
    "TimeInForce": "time_in_force",
    "TrailingOffsetType": "trailing_offset_type",
    "GetPositionsSortBy": "get_positions_sort_by",
    "GetPositionsSortDirection": "get_positions_sort_direction",
}

__all__ = (
    "ClosePositionsRequest",
    "Error",
    "ErrorEnvelope",
    "GetPositionsSortBy",
    "GetPositionsSortDirection",
    "Order",
    "OrderStatus",
    "OrderType",
    "PageMetadata",
    "Position",
    "PositionClosePositionsResponse",
    "PositionGetPositionsResponse",
    "PositionType",
    "QueueState",
    "ResponseMetadata",
    "SecurityType",
    "Side",
    "TimeInForce",
    "TrailingOffsetType",
)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
