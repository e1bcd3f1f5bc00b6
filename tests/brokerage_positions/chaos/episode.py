"""One episode from its beginning to its end."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
from attrs import evolve, frozen

from brokerage_positions import BrokerClient, Journal, Record

from ..broker import Entry, FaultyBroker, Order, State
from .calls import Attempt, Desk
from .clients import TLS, make
from .sent import by_close
from .trader import trade
from .world import DELAY, World, world

ACCOUNTS = 24
#: Calls for one account.
MOST = 8


@frozen
class Episode:
    """What was asked, what the journal has, and what the broker did in the end."""

    world: World
    attempts: list[Attempt]
    records: Mapping[str, Record]
    log: tuple[Entry, ...]
    state: State

    def counts(self) -> Counter[str]:
        """What happened, for a report."""
        sent = by_close(self.attempts, self.records, self.log)
        found = Counter(closes=len(sent), calls=len(self.attempts), requests=sum(len(one.requests) for one in sent))
        found["late beyond the settling time"] += sum(not one.in_time for one in sent)
        for one in sent:
            found[f"ended {one.record.state}"] += 1
            found["unknown"] += one.record.given_up_at is not None
        for attempt in self.attempts:
            found["rivals"] += attempt.rivalled
            for resolution in attempt.resolutions.values():
                found[f"resolved {resolution.kind}"] += 1
        return found


@frozen
class Market:
    """What is at the broker beside the client."""

    broker: FaultyBroker
    world: World

    def orders(self, account: str) -> tuple[Order, ...]:
        found = self.broker.state.accounts[account]
        return (*found.working, *found.done)

    def trade(self, account: str, symbol: str, change: Decimal) -> None:
        def changed(state: State) -> State:
            one = state.accounts[account]
            held = one.find(symbol)
            left = change if held is None else held.quantity + change
            held = held or self.world.position(account, symbol)
            others = {id: each for id, each in one.positions.items() if id != held.asset.id}
            if left:
                others[held.asset.id] = evolve(held, quantity=left)
            return state.with_account(evolve(one, positions=others))

        self.broker.update(changed)


def play(seed: int, path: Path) -> Episode:
    """Let everybody trade, wait until all that was to be late has happened, and look."""
    played = world(seed, ACCOUNTS)
    with played.broker() as broker, ThreadPoolExecutor(12) as threads, Journal(path) as journal:
        played.misbehave(broker)
        desk = Desk(played, journal, threads, others=Market(broker, played))
        attempts = asyncio.run(_all(desk, broker, path))
        broker.wait_until_idle()
        broker.advance(DELAY + 10)
        records = {record.id: record for record in journal.records()}
        return Episode(played, attempts, records, broker.log, broker.state)


async def _all(desk: Desk, broker: FaultyBroker, path: Path) -> list[Attempt]:
    async with AsyncExitStack() as stack:
        made = await _clients(stack, broker, path)
        kinds = [(account, made[account.broker]) for account in desk.world.accounts]
        done = await asyncio.gather(
            *(
                trade(desk, clients[number // 2 % len(clients)], account.id, account.broker, number, MOST)
                for number, (account, clients) in enumerate(kinds)
            )
        )
    return [attempt for each in done for attempt in each]


async def _clients(stack: AsyncExitStack, broker: FaultyBroker, path: Path) -> dict[str, list[Any]]:
    """Blocking, asyncio, and one whose transport is the user's: nothing about its sends is proven."""
    url = broker.url
    transport = httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0), verify=TLS)
    own = BrokerClient("test-key", "test-secret", transport=transport, base_url=url, journal=path)
    blocking = (make("alpaca", url, path, blocking=True), own, make("clear_street", url, path, blocking=True))
    a, own, c = (stack.enter_context(client) for client in blocking)
    async_a = await stack.enter_async_context(make("alpaca", url, path, blocking=False))
    async_c = await stack.enter_async_context(make("clear_street", url, path, blocking=False))
    return {"alpaca": [a, async_a, own, async_a], "clear_street": [c, async_c]}
