"""What the closing rules ask of a broker."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Protocol

from attrs import frozen

from brokerage_positions.amounts import ClosePositionRequest
from brokerage_positions.asking import Context, GeneratedRequest
from brokerage_positions.errors import AnswerUnreadable
from brokerage_positions.evidence import Held
from brokerage_positions.io import Operation, Received
from brokerage_positions.journal import Broker


@frozen
class Readable:
    """A decoded answer to a close, or the readable part of one.  ``whole`` is whether nothing is missing."""

    value: Any
    whole: bool = True
    why: str = ""


def checked_held(
    symbol: str, names: frozenset[str], quantity: Decimal, available: Decimal | None, average_price: Any
) -> Held:
    """A position for the closing rules; ``AnswerUnreadable`` for numbers that no position can have."""
    price = average_price if isinstance(average_price, Decimal) and average_price.is_finite() else None
    try:
        return Held(symbol, names, quantity, available, price)
    except ValueError as error:
        raise AnswerUnreadable(f"the position in {symbol} cannot be read: {error}", money="Nothing was sent") from None


@frozen
class Marked:
    """A position with its market value in the account's currency, unsigned; None where the broker names none."""

    held: Held
    value: Decimal | None


class Desk(Protocol):
    """One account at one broker, for the closing rules."""

    @property
    def broker(self) -> Broker: ...

    @property
    def account(self) -> str: ...

    @property
    def available_shows_orders(self) -> bool:
        """Whether the broker documents that an accepted closing order lowers the available quantity."""
        ...

    def find(self, symbol: str, context: Context) -> Operation[Held]:
        """The position of that symbol or id; ``NotFound`` if there is none."""
        ...

    def held(self, context: Context) -> Operation[tuple[Held, ...]]:
        """Every position of the account."""
        ...

    def marked(self, context: Context) -> Operation[tuple[Marked, ...]]:
        """Every position of the account with its value."""
        ...

    def close_request(
        self, symbol: str, amount: ClosePositionRequest | None, cancel_orders: bool | None
    ) -> GeneratedRequest: ...

    def close_all_request(self, cancel_orders: bool | None) -> GeneratedRequest: ...

    def read_close(self, answer: Received) -> Readable:
        """What a 2xx answer to the close of one position says."""
        ...

    def read_close_all(self, answer: Received, held: Sequence[Held] | None) -> Readable:
        """What a 2xx answer to the close of all says: a ``CloseReport``."""
        ...
