"""pandas.

Amounts are Python ``Decimal`` in object columns: columns of Arrow's decimals cannot be multiplied or described there.
"""

from collections.abc import Sequence
from typing import Any

from ..holding import Holding
from .columns import COLUMNS, TEXTS, values
from .extras import library


def to_pandas(holdings: Sequence[Holding]) -> Any:
    """A ``pandas.DataFrame``; texts have pandas' own type ``str``, amounts are ``object``: ``Decimal`` or ``None``."""
    pandas = library("pandas", "pandas")
    columns = {
        name: pandas.Series(values(holdings, name), dtype="str" if name in TEXTS else "object") for name in COLUMNS
    }
    return pandas.DataFrame(columns)
