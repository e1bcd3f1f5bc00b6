# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from typing import TYPE_CHECKING, Final

from .._wire import OpenStrEnum


class GetPositionsSortBy(OpenStrEnum):
    """One of the values below, or one that the document does not know: see `is_known`."""

    DAILY_UNREALIZED_PNL = "DAILY_UNREALIZED_PNL"
    INSTRUMENT_TYPE = "INSTRUMENT_TYPE"
    MARKET_VALUE = "MARKET_VALUE"
    POSITION_TYPE = "POSITION_TYPE"
    QUANTITY = "QUANTITY"
    SYMBOL = "SYMBOL"
    UNREALIZED_PNL = "UNREALIZED_PNL"
    DAILY_REALIZED_PNL = "DAILY_REALIZED_PNL"

    if TYPE_CHECKING:  # said only to checkers: the above are not all there is, so a `match` on them is not exhaustive
        AND_OTHERS = "and others"


#: The known values; a dict finds one faster than the class does.
known_get_positions_sort_by: Final = {member.value: member for member in GetPositionsSortBy}
