"""Which positions a list shows: filtered, sorted, cut into pages.

A page token holds a place and a size only.  Filters and sorting have to be sent again with it, as the real one wants:
a client that forgets them reads pages of another list.
"""

import base64
import binascii
import json
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Final, TypeAlias

from attrs import frozen

from ..messages import Json, JsonObject
from ..state import EXACT, ZERO, Position

MOST: Final = 1000
#: A number first, then a text, then (for every order) the symbol.
Key: TypeAlias = Callable[[Position], tuple[Decimal, str]]
SORTS: Final[Mapping[str, Key]] = {
    "SYMBOL": lambda held: (ZERO, held.asset.symbol),
    "INSTRUMENT_TYPE": lambda held: (ZERO, held.asset.kind),
    "QUANTITY": lambda held: (held.quantity, ""),
    "MARKET_VALUE": lambda held: (gain(held, ZERO), ""),
    "POSITION_TYPE": lambda held: (ZERO, "LONG" if held.quantity > 0 else "SHORT"),
    "UNREALIZED_PNL": lambda held: (gain(held, held.average_price), ""),
    "DAILY_UNREALIZED_PNL": lambda held: (gain(held, held.previous_close), ""),
    # Nothing here realizes a profit that a position remembers.
    "DAILY_REALIZED_PNL": lambda _: (ZERO, ""),
}


@frozen
class Unusable:
    why: str


@frozen
class Page:
    positions: tuple[Position, ...]
    metadata: JsonObject


def gain(held: Position, since: Decimal) -> Decimal:
    size = EXACT.multiply(held.quantity, held.asset.multiplier)
    return EXACT.multiply(size, EXACT.subtract(held.price, since))


def page(positions: Iterable[Position], query: Mapping[str, str]) -> Page | Unusable:
    by, direction = query.get("sort_by") or "SYMBOL", query.get("sort_direction") or "ASC"
    if by not in SORTS or direction not in ("ASC", "DESC"):
        return Unusable("unknown sorting")
    place = asked_place(query)
    if isinstance(place, Unusable):
        return place
    start, size = place
    ids = {each.strip().lower() for each in query.get("instrument_ids", "").split(",")} - {""}
    shown = sorted(
        (held for held in positions if not ids or held.asset.id in ids),
        key=lambda held: (*SORTS[by](held), held.asset.symbol),
        reverse=direction == "DESC",
    )
    following = token(start + size, size) if start + size < len(shown) else None
    metadata: JsonObject = {
        "next_page_token": following,
        "previous_page_token": token(max(start - size, 0), size) if start else None,
        "page_number": start // size + 1,
        "total_pages": -(-len(shown) // size),
        "total_items": len(shown),
    }
    return Page(tuple(shown[start : start + size]), metadata)


def token(start: int, size: int) -> str:
    return base64.urlsafe_b64encode(json.dumps([start, size]).encode()).decode()


def asked_place(query: Mapping[str, str]) -> tuple[int, int] | Unusable:
    """Where the page starts, and its size: from the token if there is one."""
    if given := query.get("page_token", ""):
        try:
            content: Json = json.loads(base64.urlsafe_b64decode(given))
        except (binascii.Error, ValueError):
            return Unusable("unknown page token")
        match content:
            case [int(start), int(size)] if start >= 0 and 0 < size <= MOST:
                return start, size
            case _:
                return Unusable("unknown page token")
    asked = query.get("page_size") or str(MOST)
    if not re.fullmatch(r"[0-9]{1,4}", asked, re.ASCII) or not 0 < int(asked) <= MOST:
        return Unusable(f"page_size is 1 to {MOST}")
    return 0, int(asked)
