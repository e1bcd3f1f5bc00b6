"""Holdings: an immutable sequence that knows its totals and how to show itself."""

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from typing import Any, cast, overload

from attrs import field, frozen

from . import frames
from .errors import CurrencyMismatch
from .holding import Holding
from .show import html, text
from .totals import Total, totals


def _checked(holdings: Iterable[Holding]) -> tuple[Holding, ...]:
    result = tuple(holdings)
    for one in cast("tuple[object, ...]", result):
        if not isinstance(one, Holding):
            raise TypeError(f"Holdings are made of Holding, not of {type(one).__name__}: use from_alpaca and its like")
    return result


@frozen(repr=False)
class Holdings(Sequence[Holding]):
    """Holdings of one or several accounts, in the order given.

    A sequence: ``len``, indexing, slices (which are ``Holdings``), iteration, ``in``, ``+``.  ``str()`` is a text
    table, a notebook shows an HTML one; both round what they show (amounts to hundredths, half to even), while the
    values and their sums are exact.
    """

    _items: tuple[Holding, ...] = field(default=(), converter=_checked)

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Holding]:
        return iter(self._items)

    @overload
    def __getitem__(self, index: int) -> Holding: ...
    @overload
    def __getitem__(self, index: slice) -> "Holdings": ...
    def __getitem__(self, index: int | slice) -> "Holding | Holdings":
        return Holdings(self._items[index]) if isinstance(index, slice) else self._items[index]

    def __add__(self, other: object) -> "Holdings":
        return Holdings((*self, *other)) if isinstance(other, Holdings) else NotImplemented

    def totals(self) -> dict[str, Total]:
        """Exact sums by currency (ISO 4217 code), in the order of the codes; empty without holdings."""
        return totals(self)

    def total(self) -> Total:
        """The one total, for holdings in one currency; of no holdings, zero in USD.

        Raises ``CurrencyMismatch`` for holdings in several currencies: use ``totals()``, or ``in_usd().total()``.
        """
        every = list(self.totals().values())
        if len(every) > 1:
            raise CurrencyMismatch(
                f"holdings in {', '.join(one.currency for one in every)} have no total of their own: use totals() "
                "for one each, or in_usd().total() where the broker sent dollar amounts"
            )
        return every[0] if every else Total.nothing("USD")

    def in_usd(self) -> "Holdings":
        """All holdings in US dollars, by the amounts the broker sent; ``CurrencyMismatch`` if it sent none for one."""
        return Holdings(one.in_usd() for one in self)

    def __repr__(self) -> str:
        accounts = len({(one.broker, one.account) for one in self})
        currencies = ", ".join(self.totals()) or "no currency"
        return f"<Holdings: {len(self)} in {accounts} account{'' if accounts == 1 else 's'}, {currencies}>"

    def __str__(self) -> str:
        return text(self)

    def _repr_html_(self) -> str:
        return html(self)

    def to_arrow(self) -> Any:
        """A ``pyarrow.Table`` with one row a holding (see ``frames``); needs the extra ``arrow``."""
        return frames.to_arrow(self)

    def to_pandas(self) -> Any:
        """A ``pandas.DataFrame`` whose amounts are Python ``Decimal``; needs the extra ``pandas``."""
        return frames.to_pandas(self)

    def to_polars(self) -> Any:
        """A ``polars.DataFrame``; needs the extra ``polars``.  ``TooWide`` if an amount has over 38 digits in all."""
        return frames.to_polars(self)

    def to_parquet(self, path: str | PathLike[str]) -> None:
        """Write the Arrow table to a Parquet file at ``path``, replacing it; needs the extra ``arrow``."""
        frames.to_parquet(self, path)
