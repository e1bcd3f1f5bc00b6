"""Reading a field of a broker's model: by name, and whether it is absent, unset, null, or there.

Models are read by the names of their fields only, so that no generated package is imported for it and the models of the
vendors' own packages can be read too.
"""

from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, NoReturn

from attrs import frozen

from ..symbols import parse_option
from .amounts import fits, negative
from .errors import HoldingError


@frozen
class Reader:
    """A position model of ``broker``, read field by field; errors name the broker, the symbol and the field."""

    broker: str
    model: Any
    symbol: str | None = None

    def raw(self, name: str) -> Any:
        """The field, or ``None`` if it is absent, unset or null; fields the document does not know count too."""
        others: Any = getattr(self.model, "additional_properties", {})
        value = getattr(self.model, name) if hasattr(self.model, name) else others.get(name)
        return None if not value and isinstance(value, Enum) and value.name == "UNSET" else value

    def text(self, name: str) -> str | None:
        """The field as plain text (an enumeration's value, a UUID's text); ``None`` if it is not there or empty."""
        value = self.raw(name)
        return (str(value.value if isinstance(value, Enum) else value) or None) if value is not None else None

    def amount(self, name: str) -> Decimal | None:
        """The field as an exact amount; ``None`` if it is not there.  A float is refused: it has lost digits."""
        value = self.raw(name)
        if value is None:
            return None
        if isinstance(value, Decimal):
            result = value
        elif isinstance(value, int) and not isinstance(value, bool):
            result = Decimal(value)
        elif isinstance(value, str):
            result = self._decimal(name, value)
        else:
            self.fail(f"{name} is a {type(value).__name__}, not an exact amount")
        if not fits(result):
            self.fail(f"{name} is no amount that can be held: it must be finite, with at most 38 digits a side")
        return result if result else result.copy_abs()

    def need(self, name: str) -> str:
        """The field as text, which must be there."""
        value = self.text(name)
        if value is None:
            self.fail(f"{name} is missing")
        return value

    def fail(self, what: str) -> NoReturn:
        """Refuse the position, saying which and why."""
        symbol = self.symbol or self.text("symbol") or "without a symbol"
        raise HoldingError(
            f"{self.broker} position {symbol!r}: {what}; nothing was traded: read the position again, "
            "or look at the model itself"
        )

    def _decimal(self, name: str, text: str) -> Decimal:
        try:
            # Decimal itself would take digits of every script, and underscores.
            if text.isascii() and "_" not in text:
                return Decimal(text)
        except InvalidOperation:
            pass
        self.fail(f"{name} is not a decimal number")


def signed_quantity(read: Reader, name: str, side: str | None) -> Decimal:
    """The quantity with the sign of the side; a side that is neither long nor short leaves it as it was sent."""
    quantity = read.amount(name)
    if quantity is None:
        read.fail(f"{name} is missing, so its size is not known")
    word = (side or "").lower()
    if word == "short":
        return negative(quantity)
    if word == "long" and quantity < 0:
        read.fail(f"{name} is negative but the position is said to be long, so nobody can tell which it is")
    return quantity


def like(quantity: Decimal, value: Decimal | None) -> Decimal | None:
    """An amount that has the sign of the quantity: brokers send that of a short position with and without its minus."""
    return negative(value) if value is not None and quantity < 0 else value


def contract(read: Reader, symbol: str, is_option: bool) -> tuple[str | None, Decimal]:
    """Underlying and multiplier.  An option whose symbol cannot be parsed is still an option, of 100."""
    option = parse_option(symbol)
    said = read.amount("multiplier")
    usual = Decimal(100) if is_option or option else Decimal(1)
    return (option.underlying if option else None), usual if said is None else said
