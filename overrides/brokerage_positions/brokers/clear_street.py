"""Clear Street: reads over all pages, close requests, and what their answers say."""

from collections.abc import Sequence
from typing import Any, Final

from attrs import field, frozen

from brokerage_positions.amounts import ClosePositionRequest, segment
from brokerage_positions.asking import Context, Undecodable, ask, decoder
from brokerage_positions.brokers.desk import Marked, Readable, checked_held
from brokerage_positions.brokers.partial import elements
from brokerage_positions.closing.report import CloseReport, Entry, Placed, Unreadable, with_unmentioned
from brokerage_positions.errors import AnswerUnreadable, Exchange, NotFound
from brokerage_positions.evidence import Held
from brokerage_positions.io import Operation, Received
from brokerage_positions.journal import Broker
from brokerage_positions.json_values import as_object, as_text
from brokerage_positions.symbols import asset
from clear_street_client.api.positions import close_position, close_positions, get_positions
from clear_street_client.errors import ClientError
from clear_street_client.models import (
    ClosePositionsRequest,
    Order,
    Position,
    PositionClosePositionsResponse,
    PositionGetPositionsResponse,
)
from clear_street_client.types import UNSET, Request

PRODUCTION: Final = "https://api.clearstreet.com"
DEVELOPMENT: Final = "https://api-dev.clearstreet.com"


def page(account: int, context: Context, filters: dict[str, Any]) -> Operation[PositionGetPositionsResponse]:
    """One page of positions; ``filters`` are the keyword arguments of the generated operation."""
    request = get_positions.build_request(account, **filters)
    return ask(request, decoder(get_positions.parse_response, ClientError), context)


def next_filters(found: PositionGetPositionsResponse, filters: dict[str, Any], seen: set[str]) -> dict[str, Any] | None:
    """The filters of the next page: the same again with its token (the broker wants them resent); None after the last.

    A token that was given before would go round for ever: ``AnswerUnreadable``.
    """
    token = found.metadata.next_page_token
    if not isinstance(token, str) or not token:
        return None
    if token in seen or token == filters.get("page_token"):
        asked = Exchange("GET", "/v1/accounts/{account_id}/positions")
        raise AnswerUnreadable("a page token came back that had been used: the pages go round", asked)
    seen.add(token)
    return {**filters, "page_token": token}


def positions(account: int, context: Context, filters: dict[str, Any]) -> Operation[list[Position]]:
    """The positions of all pages."""
    found: list[Position] = []
    seen: set[str] = set()
    asked: dict[str, Any] | None = filters
    while asked is not None:
        one: PositionGetPositionsResponse = yield from page(account, context, asked)
        found += one.data
        asked = next_filters(one, filters, seen)
    return found


def held_of(found: Position) -> Held:
    """A position as the closing rules see it."""
    names = asset(found.symbol, found.instrument_id).names
    return checked_held(found.symbol, names, found.quantity, found.available_quantity, found.avg_price)


@frozen
class ClearStreetDesk:
    """One account, for the closing rules."""

    account_id: int
    broker: Broker = field(default="clear_street", init=False)
    #: Nothing documents that a pending close lowers the available quantity.
    available_shows_orders: bool = field(default=False, init=False)

    @property
    def account(self) -> str:
        return str(self.account_id)

    def find(self, symbol: str, context: Context) -> Operation[Held]:
        # The list is asked for everything: the filter takes instrument ids, and the symbol may be a ticker.
        wanted = asset(segment(symbol)).names
        for held in (yield from self.held(context)):
            if held.names & wanted:
                return held
        asked = Exchange("GET", f"/v1/accounts/{self.account_id}/positions", 200)
        raise NotFound(f"the account holds no position in {symbol}", asked, money="Nothing was sent to close it")

    def held(self, context: Context) -> Operation[tuple[Held, ...]]:
        return tuple(map(held_of, (yield from positions(self.account_id, context, {}))))

    def marked(self, context: Context) -> Operation[tuple[Marked, ...]]:
        found = yield from positions(self.account_id, context, {})
        return tuple(Marked(held_of(one), one.market_value.copy_abs() if one.market_value else None) for one in found)

    def close_request(self, symbol: str, amount: ClosePositionRequest | None, cancel_orders: bool | None) -> Request:
        if amount is not None:
            raise ValueError("Clear Street closes whole positions only. Nothing was sent")
        body = UNSET if cancel_orders is None else ClosePositionsRequest(cancel_orders=cancel_orders)
        return close_position.build_request(self.account_id, segment(symbol), body=body)

    def close_all_request(self, cancel_orders: bool | None) -> Request:
        body = UNSET if cancel_orders is None else ClosePositionsRequest(cancel_orders=cancel_orders)
        return close_positions.build_request(self.account_id, body=body)

    def read_close(self, answer: Received) -> Readable:
        try:
            parsed = decoder(close_position.parse_response, ClientError)(answer)
        except Undecodable as error:
            return Readable(_orders(answer), False, str(error))
        if answer.status != 200 or not isinstance(parsed, PositionClosePositionsResponse):
            return Readable(_orders(answer), False, f"the document does not describe HTTP {answer.status}")
        return Readable(parsed)

    def read_close_all(self, answer: Received, held: Sequence[Held] | None) -> Readable:
        entries, whole = elements(answer.content, "data")
        report = CloseReport(with_unmentioned(map(_entry, entries), held if whole else None))
        why = "" if whole else "the answer broke off" if entries else "the answer has no list of orders"
        return Readable(report, whole and answer.complete and answer.status == 200, why)


def _orders(answer: Received) -> list[Order]:
    """The orders that can be read of an answer that as a whole cannot."""
    entries = map(_entry, elements(answer.content, "data")[0])
    return [entry.order for entry in entries if isinstance(entry, Placed)]


def _entry(raw: Any) -> Entry:
    """One order of the answer; one that cannot be read hides nothing and loses nothing."""
    symbol, order_id = as_text(as_object(raw).get("symbol")), as_text(as_object(raw).get("id"))
    try:
        order = Order.from_dict(raw)
    except ClientError as error:
        return Unreadable(symbol, raw, str(error), order_id)
    return Placed(symbol, order) if symbol else Unreadable(symbol, raw, "an order without a symbol", str(order.id))
