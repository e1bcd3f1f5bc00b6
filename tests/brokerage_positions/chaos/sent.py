"""Each close of the journal beside the requests that reached the broker."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from brokerage_positions import Record

from ..broker import Entry, Order
from .calls import Attempt
from .orders import Asking
from .world import SETTLE


@frozen
class Sent:
    """One close of the journal and the requests of it that reached the broker."""

    asking: Asking
    record: Record
    requests: tuple[Entry, ...]
    settle: float

    @property
    def orders(self) -> tuple[Order, ...]:
        return tuple(order for request in self.requests for order in request.placed)

    @property
    def in_time(self) -> bool:
        """Whether all that it led to happened within the settling time, as every verdict assumes."""
        given_up = self.record.given_up_at
        return given_up is None or all(order.placed / 1e9 < given_up.timestamp() + self.settle for order in self.orders)


def tag(entry: Entry) -> str:
    return dict(entry.headers).get("x-close", "")


def by_close(
    attempts: Iterable[Attempt], records: Mapping[str, Record], log: Iterable[Entry], settle: float = SETTLE
) -> list[Sent]:
    """Each close of the journal with its requests."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in log:
        if entry.method == "DELETE":
            found.setdefault((tag(entry), entry.target), []).append(entry)
    return [
        Sent(attempt.asking, records[id], tuple(found.get((attempt.asking.tag, target(records[id])), ())), settle)
        for attempt in attempts
        for id in attempt.ids
    ]


def target(record: Record) -> str:
    found: str = record.intent.request["target"]
    return found
