"""Sums of holdings, one for each currency: amounts of two currencies are never added."""

from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen

from .amounts import total
from .errors import CurrencyMismatch
from .holding import UNNAMED_CURRENCY, Holding


@frozen
class Total:
    """Exact sums over the holdings in one currency.

    ``holdings`` counts them.  ``market_value`` is net: short positions count negative, as in ``cost_basis``.  A sum
    is ``None`` where one of its amounts is not known: a part must not pass for the whole.  It is ``None`` too for
    several accounts whose currency nobody named (``XXX``), since those may be different ones.

    Totals of the same currency can be added; of different ones, ``+`` raises ``CurrencyMismatch``.
    """

    currency: str
    holdings: int
    market_value: Decimal | None
    cost_basis: Decimal | None
    unrealised_pl: Decimal | None

    @classmethod
    def nothing(cls, currency: str) -> "Total":
        """The total of no holdings."""
        return cls(currency, 0, Decimal(0), Decimal(0), Decimal(0))

    def __add__(self, other: object) -> "Total":
        if not isinstance(other, Total):
            return NotImplemented
        if self.currency != other.currency or self.currency == UNNAMED_CURRENCY:
            raise CurrencyMismatch(
                f"a total in {self.currency} and one in {other.currency} cannot be added: convert one of them first "
                "(Holdings.in_usd() uses the dollar amounts that the broker sent)"
            )
        return Total(
            self.currency,
            self.holdings + other.holdings,
            _sum((self.market_value, other.market_value)),
            _sum((self.cost_basis, other.cost_basis)),
            _sum((self.unrealised_pl, other.unrealised_pl)),
        )


def totals(holdings: Iterable[Holding]) -> dict[str, Total]:
    """The total of each currency, in the order of their codes."""
    groups: dict[str, list[Holding]] = {}
    for holding in holdings:
        groups.setdefault(holding.currency, []).append(holding)
    return {currency: _total(currency, groups[currency]) for currency in sorted(groups)}


def _total(currency: str, group: list[Holding]) -> Total:
    if currency == UNNAMED_CURRENCY and len({(one.broker, one.account) for one in group}) > 1:
        return Total(currency, len(group), None, None, None)
    return Total(
        currency,
        len(group),
        _sum(one.market_value for one in group),
        _sum(one.cost_basis for one in group),
        _sum(one.unrealised_pl for one in group),
    )


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    known: list[Decimal] = []
    for value in values:
        if value is None:
            return None
        known.append(value)
    return total(known)
