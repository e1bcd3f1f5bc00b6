"""A request to Alpaca's positions endpoints, and what becomes of the account."""

import re
from decimal import Decimal
from typing import Final

from attrs import evolve, frozen

from ..credentials import Credentials
from ..messages import Json, Request, json_answer
from ..outcome import Moment, Outcome, allowing
from ..state import SECOND, Account, Order, Position, State, cancel_working, close, settle, share
from . import shapes

#: Requests a minute that the headers speak of; nothing is refused for going over.
LIMIT: Final = 1000
#: Digits, and at most nine of them behind the point: an exponent or a sign is no quantity.
_AMOUNT: Final = re.compile(r"(?:[0-9]+(?:\.[0-9]{1,9})?|\.[0-9]{1,9})", re.ASCII)
#: How a boolean may be spelled there; the broker's own SDK says ``True``.
_TRUE: Final = frozenset("1 t T true True TRUE".split())
_FALSE: Final = frozenset("0 f F false False FALSE".split())


@frozen
class Malformed:
    why: str


def answer(state: State, request: Request, credentials: Credentials, moment: Moment) -> Outcome:
    """Answer, and the state after it.  A request that is refused places nothing."""
    return signed(decide(state, request, credentials, moment.now), moment)


def refuse(state: State, why: str, moment: Moment) -> Outcome:
    """Refuse what the document does not allow."""
    return signed(refused(state, 422, 42210001, why), moment)


def signed(outcome: Outcome, moment: Moment) -> Outcome:
    """With the headers that every answer carries."""
    minute = 60 * SECOND
    headers = (
        ("X-Request-ID", moment.request_id),
        ("X-RateLimit-Limit", str(LIMIT)),
        ("X-RateLimit-Remaining", str(max(LIMIT - moment.asked, 0))),
        ("X-RateLimit-Reset", str((moment.now // minute + 1) * 60)),
        *outcome.answer.headers,
    )
    return evolve(outcome, answer=evolve(outcome.answer, headers=headers))


def decide(state: State, request: Request, credentials: Credentials, now: int) -> Outcome:
    if not credentials.allow_basic(request.header("authorization")):
        return refused(state, 401, 40110000, "not authorized")
    match request.segments():
        case ("v1", "trading", "accounts", account_id, "positions", *rest) if (
            known(state, account_id) and len(rest) < 2
        ):
            state = settle(state, account_id, now)
            account = state.accounts[account_id]
        case _:
            return refused(state, 404, 40410000, "no such account or endpoint")
    held = account.find(rest[0]) if rest else None
    match request.method, rest, held:
        case "GET", [], _:
            listed = [shapes.position(account, each, state.settings) for each in account.positions.values()]
            return Outcome(state, json_answer(200, [*listed]))
        case "DELETE", [], _:
            return close_all(state, account, request, now)
        case (("GET" | "DELETE"), _, None):
            return refused(state, 404, 40410000, "position does not exist")
        case "GET", _, Position():
            return Outcome(state, json_answer(200, shapes.position(account, held, state.settings)))
        case "DELETE", _, Position():
            return close_one(state, account, held, request, now)
        case _:
            return allowing(refused(state, 405, 40510000, "method not allowed"), "GET", "DELETE")


def known(state: State, account_id: str) -> bool:
    account = state.accounts.get(account_id)
    return account is not None and account.broker == "alpaca"


def close_all(state: State, account: Account, request: Request, now: int) -> Outcome:
    asked = request.query().get("cancel_orders", "")
    if asked not in ("", *_TRUE, *_FALSE):
        return refused(state, 422, 42210001, "cancel_orders is true or false")
    if asked in _TRUE:
        state = cancel_working(state, account.id, None, now)
    entries: list[Json] = []
    orders: list[Order] = []
    for held in account.positions.values():
        state, result = close(state, account.id, held, None, now)
        if isinstance(result, Order):
            orders.append(result)
            entries.append(shapes.entry(held.asset.symbol, 200, shapes.order(result)))
        else:
            entries.append(shapes.entry(held.asset.symbol, 403, shapes.shortage(result)))
    return Outcome(state, json_answer(207, entries), tuple(orders))


def close_one(state: State, account: Account, held: Position, request: Request, now: int) -> Outcome:
    wanted = asked_quantity(held, request)
    if isinstance(wanted, Malformed):
        return refused(state, 422, 42210001, wanted.why)
    state, result = close(state, account.id, held, wanted, now)
    if isinstance(result, Order):
        return Outcome(state, json_answer(200, shapes.order(result)), (result,))
    return Outcome(state, json_answer(403, shapes.shortage(result)))


def asked_quantity(held: Position, request: Request) -> Decimal | Malformed | None:
    """How much is to be closed, unsigned; ``None`` is everything.  An empty value counts as none, as it does there."""
    query = request.query()
    quantity, percentage = query.get("qty", ""), query.get("percentage", "")
    if quantity and percentage:
        return Malformed("qty and percentage exclude each other")
    if not quantity and not percentage:
        return None
    if not _AMOUNT.fullmatch(quantity or percentage):
        return Malformed("an amount is digits, with up to 9 decimal places")
    amount = Decimal(quantity or percentage)
    if percentage and amount > 100:
        return Malformed("percentage is over 100")
    wanted = share(held, amount) if percentage else amount
    return wanted if wanted > 0 else Malformed("the amount is zero")


def refused(state: State, status: int, code: int, message: str) -> Outcome:
    return Outcome(state, json_answer(status, shapes.error(code, message)))
