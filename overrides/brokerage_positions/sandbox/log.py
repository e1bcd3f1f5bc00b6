"""What was asked and what was done: the evidence that tests judge by."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Final

from attrs import field, frozen

from .messages import Headers, Request
from .state import EXACT, ZERO, BrokerName, Order

#: Headers that carry credentials: their scheme is kept, the rest is not.
SECRET_HEADERS: Final = frozenset(
    "authorization proxy-authorization cookie apca-api-key-id apca-api-secret-key x-api-key".split()
)


@frozen
class Entry:
    """One request that reached the server, or (``method`` empty) what was reset unread, or was no request.

    ``placed`` are the orders it led to, so far; ``status`` is that of the answer, ``None`` if none was sent;
    ``time`` in nanoseconds since 1970, of the broker's clock; ``fault`` is the name of what went wrong by plan;
    ``problems`` are what the broker's OpenAPI document has against the request.
    """

    number: int
    connection: int
    time: int
    method: str = ""
    target: str = ""
    headers: Headers = field(default=(), repr=False)
    body: bytes = b""
    broker: BrokerName | None = None
    account: str | None = None
    placed: tuple[Order, ...] = ()
    status: int | None = None
    fault: str = ""
    problems: tuple[str, ...] = ()


@frozen
class Ticket:
    """An entry's place in the log: its number, and how often the log had been cleared by then."""

    number: int
    clearings: int


class Log:
    """Entries by number; of more than ``most`` the oldest are forgotten.  ``tell`` hears of every change."""

    def __init__(self, past: Iterable[Entry], most: int | None, tell: Callable[[Entry], None]) -> None:
        self._entries = {each.number: each for each in past}
        self._most = most
        self._tell = tell
        self._clearings = 0
        self.next_number = len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def append(self, fresh: Entry) -> Ticket:
        self._entries[fresh.number] = fresh
        self.next_number = fresh.number + 1
        if self._most is not None and len(self._entries) > self._most:
            del self._entries[next(iter(self._entries))]
        self._tell(fresh)
        return Ticket(fresh.number, self._clearings)

    def is_current(self, ticket: Ticket) -> bool:
        """Whether the log was not cleared since."""
        return ticket.clearings == self._clearings

    def note(self, ticket: Ticket, change: Callable[[Entry], Entry]) -> None:
        """Change an entry, if it is still there."""
        if self.is_current(ticket) and (old := self._entries.get(ticket.number)) is not None:
            self._entries[ticket.number] = change(old)
            self._tell(self._entries[ticket.number])

    def clear(self) -> None:
        """Forget all, and count from 0 again."""
        self._entries, self.next_number = {}, 0
        self._clearings += 1


def entry(number: int, connection: int, time: int, request: Request, fault: str) -> Entry:
    broker, account = whose(request)
    headers = tuple((name, hidden(value) if name in SECRET_HEADERS else value) for name, value in request.headers)
    return Entry(
        number, connection, time, request.method, request.target, headers, request.body, broker, account, fault=fault
    )


def hidden(value: str) -> str:
    scheme, blank, _ = value.partition(" ")
    return f"{scheme} ***" if blank else "***"


def whose(request: Request) -> tuple[BrokerName | None, str | None]:
    """The broker that a path belongs to, and the account in it."""
    match request.segments():
        case ("v1", "trading", "accounts", account, *_):
            return "alpaca", account
        case ("v1", "accounts", account, *_):
            return "clear_street", account
        case _:
            return None, None


def ordered(entries: Iterable[Entry], account: str | None = None, symbol: str | None = None) -> Decimal:
    """The sum of all orders placed, signed: what was sold is negative.  By account and symbol, where given."""
    total = ZERO
    for order in (order for each in entries for order in each.placed):
        if account in (None, order.account) and symbol in (None, order.asset.symbol):
            total = EXACT.add(total, order.signed)
    return total
