"""What an asset is called, and whether two names may mean one asset.

Brokers name an asset by symbol or by id, and spell symbols in more than one way: ``BTC/USD`` and ``BTCUSD``, an option
with or without padding.  Where nobody can tell two assets apart they count as one: a close that might double another
is refused, one too many rather than one too few.
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final, Literal
from uuid import UUID

from attrs import field, frozen

_ID: Final = re.compile(r"[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", re.IGNORECASE)
_UUID: Final = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_OSI: Final = re.compile(r"([A-Z][A-Z.]*)([0-9]*)\s*([0-9]{2})([0-9]{2})([0-9]{2})([CP])([0-9]{5})([0-9]{3})")
_OSI_ROOT: Final = 6


def strict_uuid(text: str) -> UUID:
    """The UUID that ``text`` is, with its dashes; ``ValueError`` for anything else.

    ``UUID()`` itself takes blanks, underscores and the digits of other scripts, and makes another id of them.
    """
    if not _UUID.fullmatch(text):
        raise ValueError(f"{text!r} is not a UUID")
    return UUID(text)


def _canonical(name: str | UUID) -> str:
    """An id in lower case with dashes; a symbol in upper case without blanks and slashes; '' when nothing is left."""
    if isinstance(name, UUID):
        return str(name)
    text = "".join(name.split())
    return str(UUID(text)) if _ID.fullmatch(text) else text.replace("/", "").upper()


def _canonical_names(names: Iterable[str | UUID]) -> frozenset[str]:
    return frozenset(filter(None, map(_canonical, names)))


@frozen
class Asset:
    """All that is known of what an asset is called at one broker.

    ``names`` holds canonical names: symbols in upper case (crypto without its slash, options without padding) and ids
    as UUID text in lower case.  It may be empty: then it may be any asset.
    """

    names: frozenset[str] = field(converter=_canonical_names)

    @property
    def ids(self) -> frozenset[str]:
        """The names that are ids."""
        return frozenset(name for name in self.names if _ID.fullmatch(name))

    @property
    def symbols(self) -> frozenset[str]:
        """The names that are symbols."""
        return self.names - self.ids

    @property
    def complete(self) -> bool:
        """Symbol and id are both known, so that it can be told apart from every other asset with a name."""
        return bool(self.ids) and bool(self.symbols)


def asset(symbol: str | None = None, *ids: str | UUID) -> Asset:
    """The asset of that symbol (or id: where a broker takes either, so does this) and those ids.

    An id that is no UUID tells nothing that could be compared, and is left out.
    """
    known = [one for one in ids if isinstance(one, UUID) or _ID.fullmatch("".join(one.split()))]
    return Asset([*([] if symbol is None else [symbol]), *known])


def may_be_same(one: Asset, other: Asset) -> bool:
    """Whether the two may be one asset: they share a name, or have no kind of name that could tell them apart.

    Punctuation does not tell symbols apart: ``BRK.B``, ``BRK/B`` and ``BRKB`` may be one.
    """
    symbols, other_symbols = _folded(one), _folded(other)
    if one.names & other.names or symbols & other_symbols:
        return True
    return not ((one.ids and other.ids) or (symbols and other_symbols))


def _folded(known: Asset) -> frozenset[str]:
    letters = ("".join(filter(str.isalnum, symbol)) for symbol in known.symbols)
    return frozenset(filter(None, letters))


@frozen
class Option:
    """What an OSI option symbol says.  ``strike`` is in units of the contract's currency per share.

    ``root`` is what the symbol begins with.  An adjusted contract (after a split or a spin-off) has a digit there that
    ``underlying`` lacks: ``AAPL1`` delivers something other than 100 shares of ``AAPL``.
    """

    root: str
    underlying: str
    expiry: date
    right: Literal["call", "put"]
    strike: Decimal

    @property
    def adjusted(self) -> bool:
        """The contract delivers something other than the standard."""
        return self.root != self.underlying


def parse_option(symbol: str) -> Option | None:
    """Read an OSI symbol, padded or not (``AAPL250620C00100000``, ``AAPL  250620C00100000``); None if it is none."""
    found = _OSI.fullmatch(symbol.strip().upper())
    if found is None:
        return None
    underlying, series, year, month, day, right, whole, thousandths = found.groups()
    if len(underlying + series) > _OSI_ROOT:
        return None
    try:
        expiry = date(2000 + int(year), int(month), int(day))
    except ValueError:
        return None
    # Built from its digits: a Decimal operation would obey whatever context the caller has set.
    strike = Decimal(f"{int(whole)}.{thousandths}".rstrip("0").rstrip("."))
    return Option(underlying + series, underlying, expiry, "call" if right == "C" else "put", strike)
