"""Which names are money, quantities or ratios.

A string that a page calls by such a name, and whose samples (if any) are decimal numbers, is ``format: decimal``.
What a page types as a JSON number stays a number.
"""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from generator.model import Json, JsonObject

_WORDS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_MONEY: Final = frozenset(
    """amount amounts balance basis cash change commission cost credit debit dividend equity fee fees hwm increment
    margin multiplier notional offset pct percent percentage pl plpc pnl power premium price proceeds profit px qty
    quantity rate ratio shares size sma strike value watermark yield""".split()
)
#: On their own these say too little (a page's ``offset``, a pair's ``value``): a sample has to agree.
_VAGUE: Final = frozenset("change margin offset rate size value".split())
#: Words that make a number of something else: ids, dates, kinds, flags, limits on calls.
_NOT_MONEY: Final = frozenset(
    """at class code count currency date day days description id ids institution key kind mode name number
    policy reason source state status step symbol time timestamp ts type types unit url""".split()
)
_DECIMAL: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")


def names_money(name: str) -> bool:
    """Whether a property or parameter of this name holds money, a quantity or a ratio.

    >>> [n for n in ("avg_price", "limit_price", "order_type", "price_date", "cost_basis", "symbol") if names_money(n)]
    ['avg_price', 'limit_price', 'cost_basis']
    """
    words = [word.lower() for word in _WORDS.findall(name)]
    return bool(words) and not _NOT_MONEY.intersection(words) and bool(_MONEY.intersection(words))


def is_decimal(value: Json) -> bool:
    """Whether a sample is a decimal number written as text."""
    if not isinstance(value, str) or not _DECIMAL.fullmatch(value):
        return False
    try:
        return Decimal(value).is_finite()
    except InvalidOperation:
        return False


def forgot_decimal(name: str, schema: JsonObject) -> bool:
    """Whether a string schema should say ``format: decimal`` and does not."""
    kinds = schema.get("type")
    if not (kinds == "string" or (isinstance(kinds, list) and set(kinds) == {"string", "null"})):
        return False
    if any(key in schema for key in ("format", "enum", "const", "pattern", "contentEncoding")) or not names_money(name):
        return False
    listed = schema.get("examples")
    samples = [schema.get("example"), schema.get("default"), *(listed if isinstance(listed, list) else ())]
    given = [sample for sample in samples if sample is not None]
    return all(is_decimal(sample) for sample in given) and (bool(given) or name.lower() not in _VAGUE)
