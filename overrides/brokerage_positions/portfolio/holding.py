"""One position, as both brokers would tell it if they used one language."""

from decimal import Decimal
from typing import Any, Final, Literal

from attrs import Attribute, asdict, evolve, field, frozen

from .amounts import fits
from .errors import CurrencyMismatch, HoldingError

#: The ISO 4217 code for "no currency": the broker's answer does not name the currency of a non-dollar account.
UNNAMED_CURRENCY: Final = "XXX"


def _amount(of: object, attribute: "Attribute[Any]", value: object) -> None:
    where = f"{getattr(of, 'symbol', 'the position')}: {attribute.name}"
    if not isinstance(value, Decimal):
        raise HoldingError(f"{where} is a {type(value).__name__}, not a Decimal: money is never a float here")
    if not fits(value):
        raise HoldingError(f"{where} is no amount that can be held: it must be finite, with at most 38 digits a side")


def _told(of: object, attribute: "Attribute[Any]", value: object) -> None:
    if value is not None:
        _amount(of, attribute, value)


@frozen(kw_only=True)
class Amounts:
    """The amounts of a position in one currency; fields, units and signs as in ``Holding``."""

    average_price: Decimal | None = field(default=None, validator=_told)
    price: Decimal | None = field(default=None, validator=_told)
    market_value: Decimal | None = field(default=None, validator=_told)
    cost_basis: Decimal | None = field(default=None, validator=_told)
    unrealised_pl: Decimal | None = field(default=None, validator=_told)
    unrealised_pl_ratio: Decimal | None = field(default=None, validator=_told)


@frozen(kw_only=True)
class Holding:
    """A position in one asset.  Every amount is an exact ``Decimal``; ``None`` is what the broker did not tell.

    ``broker``: "alpaca" or "clear_street".
    ``account``: the account's id as text.
    ``symbol``: as the broker spells it (``AAPL``, ``BTCUSD`` or ``BTC/USD``, ``AAPL250620C00100000``).
    ``asset_class``: the broker's own word, as plain text (``us_equity``, ``COMMON_STOCK``, ...).
    ``underlying``: for an option the symbol under it, else ``None``.
    ``quantity``: shares, contracts or coins; negative for a short position.
    ``available``: how much of ``quantity`` may be traded now, with its sign.  The brokers differ: at Alpaca it is the
    quantity less what open orders and covered calls hold; at Clear Street nothing says that an open order lowers it,
    and it has been seen larger than the quantity.  It does not show whether a close is under way.
    ``average_price``, ``price``: ``currency`` per share, coin, or unit of the underlying; 0 or more.
    ``market_value``, ``cost_basis``: ``currency``, for the whole position (an option's multiplier is in it); negative
    for a short position.
    ``unrealised_pl``: ``currency``; positive is a gain, for long and short alike.
    ``unrealised_pl_ratio``: that gain as a factor of the cost, 0.2 for 20 percent at both brokers, with the sign of
    the gain.
    ``currency``: ISO 4217 code of the amounts; ``XXX`` where nobody named it (see ``from_alpaca``).
    ``multiplier``: units of the underlying a contract stands for: 100 for options unless the broker says otherwise
    (true of nearly all, adjusted ones included), 1 for everything else.
    ``usd``: the same amounts in US dollars, for an account in another currency; else ``None``.
    ``source``: the broker's model it was read from; no part of equality or ``repr``.

    Raises ``HoldingError`` for an amount that is no finite ``Decimal`` of at most 38 digits on each side of the point.
    """

    broker: str
    account: str
    symbol: str
    asset_class: str
    underlying: str | None = None
    quantity: Decimal = field(validator=_amount)
    available: Decimal | None = field(default=None, validator=_told)
    average_price: Decimal | None = field(default=None, validator=_told)
    price: Decimal | None = field(default=None, validator=_told)
    market_value: Decimal | None = field(default=None, validator=_told)
    cost_basis: Decimal | None = field(default=None, validator=_told)
    unrealised_pl: Decimal | None = field(default=None, validator=_told)
    unrealised_pl_ratio: Decimal | None = field(default=None, validator=_told)
    currency: str = "USD"
    multiplier: Decimal = field(default=Decimal(1), validator=_amount)
    usd: Amounts | None = None
    source: Any = field(default=None, eq=False, repr=False)

    @property
    def side(self) -> Literal["long", "short", "flat"]:
        """The direction, which is the sign of ``quantity``; "flat" is a quantity of 0."""
        return "long" if self.quantity > 0 else "short" if self.quantity < 0 else "flat"

    def in_usd(self) -> "Holding":
        """The same holding with its amounts in US dollars, as the broker converted them; no rate is applied here.

        Raises ``CurrencyMismatch`` if the account is in another currency and the broker sent no dollar amounts.
        """
        if self.currency == "USD":
            return self
        if self.usd is None:
            raise CurrencyMismatch(
                f"{self.symbol} in account {self.account} is in {self.currency} and the broker sent no amounts in USD: "
                "convert with a rate of your own"
            )
        return evolve(self, currency="USD", usd=None, **asdict(self.usd))
