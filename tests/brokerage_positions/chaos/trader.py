"""A careful user: asks for closes of one account, and resolves what has no outcome before asking again.

Careful means: it waits until an order has filled before it asks for the same position again, and gives its word
(``exclusive``, ``fills_within``) only where it is true.
"""

import asyncio
import random
from decimal import Decimal
from typing import Any

from brokerage_positions import CloseAccepted, NotSent, PositionsError, Record, UnresolvedTwin

from ..broker.state import BrokerName
from .calls import Attempt, Desk, ask
from .orders import NAMES, Asking, draw
from .resolving import resolved
from .world import PATIENCE


async def trade(desk: Desk, client: Any, account: str, broker: BrokerName, seed: int, most: int) -> list[Attempt]:
    """Up to ``most`` calls for one account."""
    chance = random.Random(f"{desk.world.seed} {account} {seed}")
    (mine,) = (one for one in desk.world.accounts if one.id == account)
    free = {held.asset.symbol: held.quantity for held in mine.positions.values()}
    everything = len(free)
    attempts: list[Attempt] = []
    while free and len(attempts) < most and not (attempts and attempts[-1].rivalled):
        tag = f"{account}-{len(attempts)}"
        asking = draw(chance, tag, broker, account, free, untouched=len(free) == everything)
        desk.tell(asking)
        attempt = await attempted(desk, client, asking, chance)
        attempts.append(attempt)
        desk.tell(attempt)
        await _after(desk, client, attempt, free, chance)
        desk.tell(attempt)
    return attempts


async def attempted(desk: Desk, client: Any, asking: Asking, chance: random.Random) -> Attempt:
    """Ask once.  Some asyncio calls are cancelled on their way."""
    attempt = Attempt(asking)
    if desk.others is not None:
        attempt.earlier = frozenset(order.id for order in desk.others.orders(asking.account))
    known = {record.id for record in desk.journal.records(account=asking.account)}
    call = ask(desk, client, asking)
    impatient = type(client).__name__.startswith("Async") and chance.random() < 0.1
    try:
        if impatient:
            async with asyncio.timeout(chance.random() * 0.05):
                attempt.returned = await call
        else:
            attempt.returned = await call
    except (PositionsError, TimeoutError, ValueError) as error:
        attempt.raised = error
    after = desk.journal.records(account=asking.account)
    attempt.ids = tuple(record.id for record in after if record.id not in known)
    return attempt


async def _after(desk: Desk, client: Any, attempt: Attempt, free: dict[str, Decimal], chance: random.Random) -> None:
    """Resolve what is unknown; wait for what fills; leave alone what neither settles."""
    fills = desk.world.fill_after
    for id in attempt.ids:
        record = desk.journal.get(id)
        if record.unresolved:
            await resolved(desk, client, attempt, record, chance)
            record = desk.journal.get(id)
        touched = list(free) if record.intent.asset is None else _touched(record, free)
        if record.unresolved:
            if chance.random() < 0.3 and touched:
                await _insist(desk, client, attempt, touched[0])
        elif record.state in ("refused", "not_sent", "not_placed"):
            continue
        elif fills is not None and fills <= PATIENCE:
            await asyncio.sleep(fills + 0.01)
            if attempt.asking.amount is not None:
                continue
        for symbol in touched:
            free.pop(symbol, None)


def _touched(record: Record, free: dict[str, Decimal]) -> list[str]:
    assert record.intent.asset is not None
    return [symbol for symbol in free if {name.replace("/", "") for name in NAMES[symbol]} & record.intent.asset.names]


async def _insist(desk: Desk, client: Any, attempt: Attempt, symbol: str) -> None:
    """A close that may double an unresolved one is refused, and nothing is sent (``truth`` looks for its tag)."""
    old = attempt.asking
    asking = Asking(f"{old.tag}-again", old.broker, old.account, "whole", symbol, symbol)
    try:
        await ask(desk, client, asking)
    except UnresolvedTwin:
        return
    except (NotSent, CloseAccepted) as error:
        raise AssertionError(f"{asking}: a possible double was not refused: {error!r}") from error
    except PositionsError:
        return  # The read before it failed.
    raise AssertionError(f"{asking}: a possible double was sent")
