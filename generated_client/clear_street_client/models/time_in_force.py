# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from typing import TYPE_CHECKING, Final

from .._wire import OpenStrEnum


class TimeInForce(OpenStrEnum):
    """How long an order may wait for execution."""

    AT_CROSSING = "AT_CROSSING"
    AT_THE_CLOSE = "AT_THE_CLOSE"
    AT_THE_OPENING = "AT_THE_OPENING"
    DAY = "DAY"
    FILL_OR_KILL = "FILL_OR_KILL"
    GOOD_THROUGH_CROSSING = "GOOD_THROUGH_CROSSING"
    GOOD_TILL_CANCEL = "GOOD_TILL_CANCEL"
    GOOD_TILL_CROSSING = "GOOD_TILL_CROSSING"
    GOOD_TILL_DATE = "GOOD_TILL_DATE"
    IMMEDIATE_OR_CANCEL = "IMMEDIATE_OR_CANCEL"
    OTHER = "OTHER"

    if TYPE_CHECKING:  # said only to checkers: the above are not all there is, so a `match` on them is not exhaustive
        AND_OTHERS = "and others"


#: The known values; a dict finds one faster than the class does.
known_time_in_force: Final = {member.value: member for member in TimeInForce}
