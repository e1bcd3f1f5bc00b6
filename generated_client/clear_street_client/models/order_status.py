# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from typing import TYPE_CHECKING, Final

from .._wire import OpenStrEnum


class OrderStatus(OpenStrEnum):
    """How far an order has come. FILLED, CANCELED, REJECTED, EXPIRED and REPLACED are final."""

    CALCULATED = "CALCULATED"
    CANCELED = "CANCELED"
    DONE_FOR_DAY = "DONE_FOR_DAY"
    EXPIRED = "EXPIRED"
    FILLED = "FILLED"
    NEW = "NEW"
    OTHER = "OTHER"
    PARTIALLY_FILLED = "PARTIALLY_FILLED"
    PENDING_CANCEL = "PENDING_CANCEL"
    PENDING_NEW = "PENDING_NEW"
    PENDING_REPLACE = "PENDING_REPLACE"
    REJECTED = "REJECTED"
    REPLACED = "REPLACED"
    STOPPED = "STOPPED"
    SUSPENDED = "SUSPENDED"

    if TYPE_CHECKING:  # said only to checkers: the above are not all there is, so a `match` on them is not exhaustive
        AND_OTHERS = "and others"


#: The known values; a dict finds one faster than the class does.
known_order_status: Final = {member.value: member for member in OrderStatus}
