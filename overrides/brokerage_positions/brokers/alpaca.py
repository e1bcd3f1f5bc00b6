"""Alpaca (Broker API): reads, close requests, and what their answers say."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from attrs import field, frozen

from alpaca_broker_client.api.trading import (
    close_all_positions_for_account,
    close_position_for_account,
    get_all_positions_for_account,
    get_positions_for_account_by_symbol,
)
from alpaca_broker_client.errors import ClientError
from alpaca_broker_client.models import ClosedPosition, Error, Order, Position
from alpaca_broker_client.types import UNSET, Request
from brokerage_positions.amounts import ClosePositionRequest, segment
from brokerage_positions.asking import Context, Undecodable, ask, decoder
from brokerage_positions.brokers.desk import Marked, Readable, checked_held
from brokerage_positions.brokers.partial import elements
from brokerage_positions.closing.report import CloseReport, Entry, Placed, Rejected, Unreadable, with_unmentioned
from brokerage_positions.evidence import Held
from brokerage_positions.io import Operation, Received
from brokerage_positions.journal import Broker
from brokerage_positions.json_values import as_object, as_text
from brokerage_positions.symbols import asset

SANDBOX: Final = "https://broker-api.sandbox.alpaca.markets"
PRODUCTION: Final = "https://broker-api.alpaca.markets"


def positions(account: UUID, context: Context) -> Operation[list[Position]]:
    """Every open position; the broker has no pages."""
    request = get_all_positions_for_account.build_request(account)
    return ask(request, decoder(get_all_positions_for_account.parse_response, ClientError), context)


def position(account: UUID, symbol: str, context: Context) -> Operation[Position]:
    """One open position, by symbol or asset id."""
    request = get_positions_for_account_by_symbol.build_request(account, segment(symbol))
    return ask(request, decoder(get_positions_for_account_by_symbol.parse_response, ClientError), context)


def held_of(found: Position) -> Held:
    """A position as the closing rules see it; short quantities are negative, whatever sign the wire has."""
    short = found.side == "short" or found.qty.is_signed()
    names = asset(found.symbol, found.asset_id).names
    quantity, available = _signed(found.qty, short), _signed(found.qty_available, short)
    return checked_held(found.symbol, names, quantity, available, found.avg_entry_price)


def _signed(quantity: Decimal, short: bool) -> Decimal:
    # Exact at any length: unary minus and abs() round to the context.
    size = quantity.copy_abs()
    return size.copy_negate() if short and size else size


@frozen
class AlpacaDesk:
    """One account, for the closing rules."""

    account_id: UUID
    broker: Broker = field(default="alpaca", init=False)
    #: Page 002: the available quantity is the quantity less what open orders hold.
    available_shows_orders: bool = field(default=True, init=False)

    @property
    def account(self) -> str:
        return str(self.account_id)

    def find(self, symbol: str, context: Context) -> Operation[Held]:
        return held_of((yield from position(self.account_id, symbol, context)))

    def held(self, context: Context) -> Operation[tuple[Held, ...]]:
        return tuple(map(held_of, (yield from positions(self.account_id, context))))

    def marked(self, context: Context) -> Operation[tuple[Marked, ...]]:
        found = yield from positions(self.account_id, context)
        return tuple(Marked(held_of(one), one.market_value.copy_abs() if one.market_value else None) for one in found)

    def close_request(self, symbol: str, amount: ClosePositionRequest | None, cancel_orders: bool | None) -> Request:
        qty = UNSET if amount is None or amount.qty is None else amount.qty
        percentage = UNSET if amount is None or amount.percentage is None else amount.percentage
        return close_position_for_account.build_request(
            self.account_id, segment(symbol), qty=qty, percentage=percentage
        )

    def close_all_request(self, cancel_orders: bool | None) -> Request:
        wanted = UNSET if cancel_orders is None else cancel_orders
        return close_all_positions_for_account.build_request(self.account_id, cancel_orders=wanted)

    def read_close(self, answer: Received) -> Readable:
        try:
            parsed = decoder(close_position_for_account.parse_response, ClientError)(answer)
        except Undecodable as error:
            return Readable(None, False, str(error))
        if answer.status != 200 or not isinstance(parsed, Order):
            return Readable(None, False, f"the document does not describe HTTP {answer.status}")
        return Readable(parsed)

    def read_close_all(self, answer: Received, held: Sequence[Held] | None) -> Readable:
        entries, whole = elements(answer.content)
        report = CloseReport(with_unmentioned([_entry(entry) for entry in entries], held if whole else None))
        why = "" if whole else "the answer broke off" if entries else "the answer is not the array that is documented"
        return Readable(report, whole and answer.complete and answer.status == 207, why)


def _entry(raw: Any) -> Entry:
    """One entry of the multi-status answer; one that cannot be read hides nothing and loses nothing."""
    entry = as_object(raw)
    symbol, status, body = as_text(entry.get("symbol")), entry.get("status"), entry.get("body")
    order_id = as_text(as_object(body).get("id"))
    if symbol is None or not isinstance(status, int) or isinstance(status, bool):
        return Unreadable(symbol, raw, "an entry without symbol or status", order_id)
    if not (200 <= status < 300 or status >= 400):
        return Unreadable(symbol, raw, f"status {status} says neither yes nor no", order_id)
    if 200 <= status < 300:
        try:
            parsed = ClosedPosition.from_dict(entry).body
        except ClientError as error:
            return Unreadable(symbol, raw, str(error), order_id)
        return Placed(symbol, parsed) if isinstance(parsed, Order) else Unreadable(symbol, raw, "no order", order_id)
    return _rejected(symbol, status, body, raw)


def _rejected(symbol: str, status: int, body: Any, raw: Any) -> Entry:
    if body is None:
        return Rejected(symbol, status)
    try:
        error = Error.from_dict(body)
    except ClientError as unreadable:
        return Unreadable(symbol, raw, str(unreadable))
    numbers = {name: value for name in _QUANTITIES if isinstance(value := getattr(error, name), Decimal)}
    code = error.code if isinstance(error.code, int) else None
    return Rejected(symbol, status, code, error.message, **numbers)


_QUANTITIES: Final = ("available", "existing_qty", "held_for_orders")
