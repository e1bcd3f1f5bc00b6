# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from typing import TYPE_CHECKING, Final

from .._wire import OpenStrEnum


class GetPositionsSortDirection(OpenStrEnum):
    """One of the values below, or one that the document does not know: see `is_known`."""

    ASC = "ASC"
    DESC = "DESC"

    if TYPE_CHECKING:  # said only to checkers: the above are not all there is, so a `match` on them is not exhaustive
        AND_OTHERS = "and others"


#: The known values; a dict finds one faster than the class does.
known_get_positions_sort_direction: Final = {member.value: member for member in GetPositionsSortDirection}
