"""A request to Clear Street's positions endpoints, and what becomes of the account."""

import json
import re
from collections.abc import Iterable
from typing import Final

from attrs import evolve, frozen

from ..credentials import Credentials
from ..messages import Json, Request, json_answer
from ..outcome import Moment, Outcome, allowing
from ..state import Account, Order, Position, State, cancel_working, close, settle
from . import pages, shapes

_INTEGER: Final = re.compile(r"-?[0-9]+", re.ASCII)


@frozen
class Malformed:
    why: str


def answer(state: State, request: Request, credentials: Credentials, moment: Moment) -> Outcome:
    """Answer, and the state after it.  A request that is refused places nothing."""
    return signed(decide(state, request, credentials, moment), moment)


def refuse(state: State, why: str, moment: Moment) -> Outcome:
    """Refuse what the document does not allow."""
    return signed(refused(state, 400, why, moment), moment)


def signed(outcome: Outcome, moment: Moment) -> Outcome:
    """With the headers that every answer carries."""
    headers = (("X-Request-ID", moment.request_id), *outcome.answer.headers)
    return evolve(outcome, answer=evolve(outcome.answer, headers=headers))


def decide(state: State, request: Request, credentials: Credentials, moment: Moment) -> Outcome:
    if not credentials.allow_bearer(request.header("authorization")):
        return refused(state, 401, "not authorized", moment)
    match request.segments():
        case ("v1", "accounts", account_id, "positions", *rest) if len(rest) < 2:
            account = state.accounts.get(account_id)
            if not _INTEGER.fullmatch(account_id):
                return refused(state, 400, "an account is a whole number", moment)
        case _:
            return refused(state, 404, "no such endpoint", moment)
    if account is None or account.broker != "clear_street":
        return refused(state, 403, "not permitted", moment)
    state = settle(state, account.id, moment.now)
    account = state.accounts[account.id]
    held = account.find(rest[0]) if rest else None
    match request.method, rest, held:
        case "GET", [], _:
            return positions(state, account, request, moment)
        case "DELETE", [], _:
            return close_positions(state, account, request, moment)
        case "DELETE", _, None:
            return refused(state, 404, "no such position", moment)
        case "DELETE", _, Position():
            return close_position(state, account, held, request, moment)
        case _:
            methods = ("DELETE",) if rest else ("GET", "DELETE")
            return allowing(refused(state, 405, "method not allowed", moment), *methods)


def positions(state: State, account: Account, request: Request, moment: Moment) -> Outcome:
    page = pages.page(account.positions.values(), request.query())
    if isinstance(page, pages.Unusable):
        return refused(state, 400, page.why, moment)
    data = [shapes.position(account, held, state.settings) for held in page.positions]
    metadata = {"request_id": moment.request_id, **page.metadata}
    return Outcome(state, json_answer(200, shapes.success([*data], metadata)))


def close_positions(state: State, account: Account, request: Request, moment: Moment) -> Outcome:
    """Close what can be closed; a position that open orders hold is passed over without a word."""
    cancels = asked_to_cancel(request.body)
    if isinstance(cancels, Malformed):
        return refused(state, 400, cancels.why, moment)
    if cancels:
        state = cancel_working(state, account.id, None, moment.now)
    orders: list[Order] = []
    for held in account.positions.values():
        state, result = close(state, account.id, held, None, moment.now)
        if isinstance(result, Order):
            orders.append(result)
    return placed(state, orders, moment)


def close_position(state: State, account: Account, held: Position, request: Request, moment: Moment) -> Outcome:
    cancels = asked_to_cancel(request.body)
    if isinstance(cancels, Malformed):
        return refused(state, 400, cancels.why, moment)
    if cancels:
        state = cancel_working(state, account.id, held.asset, moment.now)
    state, result = close(state, account.id, held, None, moment.now)
    if isinstance(result, Order):
        return placed(state, [result], moment)
    return refused(state, 400, f"{result.wanted:f} wanted, {result.available:f} available", moment)


def asked_to_cancel(body: bytes) -> bool | Malformed:
    """``cancel_orders`` of the optional body; without a body it is false."""
    if not body:
        return False
    try:
        content: Json = json.loads(body)
    except ValueError:
        return Malformed("the body is no JSON")
    match content:
        case {"cancel_orders": bool(cancels)}:
            return cancels
        case {"cancel_orders": _}:
            return Malformed("cancel_orders is true or false")
        case {}:
            return False
        case _:
            return Malformed("the body is an object")


def placed(state: State, orders: Iterable[Order], moment: Moment) -> Outcome:
    data: Json = [shapes.order(order, state.settings) for order in orders]
    body = shapes.success(data, {"request_id": moment.request_id})
    return Outcome(state, json_answer(200, body), tuple(orders))


def refused(state: State, status: int, message: str, moment: Moment) -> Outcome:
    body = shapes.failure(status, message, moment.request_id, bare=state.settings.bare_errors)
    return Outcome(state, json_answer(status, body))
