"""Asking what became of a close, with no more words given than are true."""

import random
from datetime import UTC, datetime
from typing import Any

from brokerage_positions import Evidence, Options, OrderSeen, OutcomeUnknown, PositionsError, Record

from ..broker import Order
from .calls import RETRY, Attempt, Desk
from .orders import NAMES
from .world import TIMEOUT


async def resolved(desk: Desk, client: Any, attempt: Attempt, record: Record, chance: random.Random) -> None:
    """Ask what became of a close, with no more words given than are true; and again, with all orders in hand."""
    fills = desk.world.fill_after
    exclusive = chance.random() < 0.8
    if not exclusive and chance.random() < 0.7:
        _rival(desk, attempt, chance)
    within = None if fills is None or chance.random() < 0.2 else fills + 0.05
    question = {"settle": desk.settle, "exclusive": exclusive, "fills_within": within, "wait": chance.random() < 0.9}
    await _resolve(desk, client, attempt, record, question)
    if desk.others is not None and desk.journal.get(record.id).unresolved and chance.random() < 0.5:
        listed = datetime.now(UTC)
        found = [order for order in desk.others.orders(record.intent.account) if order.id not in attempt.earlier]
        evidence = Evidence([_seen(order) for order in found], complete=True, listed_at=listed)
        await _resolve(desk, client, attempt, record, {**question, "wait": True, "evidence": evidence})


async def _resolve(desk: Desk, client: Any, attempt: Attempt, record: Record, question: dict[str, Any]) -> None:
    options = Options(timeout=TIMEOUT, deadline=10.0, retry=RETRY)
    raised = attempt.raised
    try:
        in_hand = isinstance(raised, OutcomeUnknown) and raised.close_id == record.id and desk.others is not None
        if isinstance(raised, OutcomeUnknown) and in_hand and record.id < "8":
            found = await desk.call(raised.resolve, **question)
        else:
            found = await desk.call(client.resolve, record.id, options=options, **question)
    except PositionsError:
        return  # The account could not be read; the journal still says unknown.
    attempt.resolutions[record.id] = found


def _rival(desk: Desk, attempt: Attempt, chance: random.Random) -> None:
    """Somebody else does just what was asked, or undoes it."""
    asking = attempt.asking
    if desk.others is None or asking.kind not in ("whole", "part"):
        return
    held = desk.world.held(asking.account, asking.symbol)
    size = held.copy_abs()
    if asking.amount is not None:
        size = asking.amount.qty or round(size * (asking.amount.percentage or 0) / 100, 9)
    attempt.rivalled = True
    desk.others.trade(asking.account, asking.symbol, size if (held < 0) == (chance.random() < 0.5) else -size)


def _seen(order: Order) -> OrderSeen:
    names = {order.asset.id, *(name.replace("/", "") for name in NAMES[order.asset.symbol])}
    created = datetime.fromtimestamp(order.placed / 1e9, UTC)
    return OrderSeen(names, order.side, order.quantity, created, order.id)
