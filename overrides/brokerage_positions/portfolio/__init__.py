"""Positions of both brokers as one kind of value, with exact sums, tables to look at and tables to compute with.

``from_alpaca`` and ``from_clear_street`` read a broker's model into a ``Holding``; ``Holdings`` is a sequence of them.
``holding`` says what each field means; ``amounts`` and ``totals`` do the arithmetic; ``show`` draws and ``frames``
hands over to table libraries.
"""

from .alpaca import from_alpaca
from .clear_street import from_clear_street
from .collection import Holdings
from .errors import CurrencyMismatch, HoldingError, MissingExtra, TooWide
from .holding import UNNAMED_CURRENCY, Amounts, Holding
from .totals import Total

__all__ = [
    "UNNAMED_CURRENCY",
    "Amounts",
    "CurrencyMismatch",
    "Holding",
    "HoldingError",
    "Holdings",
    "MissingExtra",
    "TooWide",
    "Total",
    "from_alpaca",
    "from_clear_street",
]
