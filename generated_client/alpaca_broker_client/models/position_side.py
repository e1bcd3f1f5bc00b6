# Generated from openapi/alpaca-broker.yaml (sha256 0b1631558de74bb4179d2ca197b63530c537f6e4fad82912be0d643199ddca4e)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from typing import TYPE_CHECKING, Final

from .._wire import OpenStrEnum


class PositionSide(OpenStrEnum):
    """Whether the position is long or short; agrees with the sign of qty."""

    LONG = "long"
    SHORT = "short"

    if TYPE_CHECKING:  # said only to checkers: the above are not all there is, so a `match` on them is not exhaustive
        AND_OTHERS = "and others"


#: The known values; a dict finds one faster than the class does.
known_position_side: Final = {member.value: member for member in PositionSide}
