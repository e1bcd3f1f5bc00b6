"""What can go wrong between a broker's position and a view of it; reading trades nothing."""


class HoldingError(ValueError):
    """A position that cannot be shown truthfully: no size, a side against its sign, an amount that is none."""


class CurrencyMismatch(ValueError):
    """Amounts of different currencies, or of one that nobody named, were to become one amount."""


class TooWide(ValueError):
    """An amount has more digits than the table library can hold; it is refused, never rounded."""


class MissingExtra(ImportError):
    """A table library is not installed; the text names the extra that brings it."""
