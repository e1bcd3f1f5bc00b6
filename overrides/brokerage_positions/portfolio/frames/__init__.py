"""Holdings as tables of other libraries, each an optional extra and imported when first asked for.

One row a holding, in order.  The columns are those of ``columns.COLUMNS``, always all of them, with or without rows:
texts are plain strings, amounts exact decimals, what the broker did not tell is null.  ``usd_...`` are the dollar
amounts of an account in another currency; ``source`` is left out.
"""

from .as_arrow import to_arrow, to_parquet
from .as_pandas import to_pandas
from .as_polars import to_polars

__all__ = ["to_arrow", "to_pandas", "to_parquet", "to_polars"]
