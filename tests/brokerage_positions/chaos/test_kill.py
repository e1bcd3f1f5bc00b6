"""``kill -9`` at any moment: what is unresolved is what nobody knows, and it is resolved rightly or not at all."""

import asyncio
import os
import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from brokerage_positions import Journal, Record

from ..broker import FaultyBroker
from .calls import Attempt, Desk
from .clients import make
from .killing import SETTLE, Child, start
from .resolving import resolved
from .truth import lies
from .world import World, world

KILLS = int(os.environ.get("KILLS") or (200 if os.environ.get("FULL") or os.environ.get("CHAOS") else 50))
SEED = int(os.environ.get("CHAOS_SEED") or 0)
#: Kills at one broker, of which so many at once; each in accounts of its own.
ROUNDS, AT_ONCE, ACCOUNTS = 25, 8, 3


def test_a_killed_process_leaves_exactly_what_nobody_knows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts: Counter[str] = Counter()
    for seed in range(SEED, SEED + -(-KILLS // ROUNDS)):
        played = world(seed, ROUNDS * ACCOUNTS, delays=False)
        with played.broker() as broker, ThreadPoolExecutor(2 * AT_ONCE) as threads:
            played.misbehave(broker)
            path = tmp_path / f"{seed}.db"
            try:
                asyncio.run(_rounds(played, broker, path, threads, counts))
            except BaseException as error:
                error.add_note(f"replay: CHAOS_SEED={seed} KILLS={ROUNDS} pytest {__file__}")
                raise
    if KILLS > 50:
        with capsys.disabled():
            print(f"\n{dict(sorted(counts.items()))}")
    assert counts["kills with something unresolved"] > KILLS / 10, counts
    assert counts["open at the kill"], counts


async def _rounds(
    played: World, broker: FaultyBroker, path: Path, threads: ThreadPoolExecutor, counts: Counter[str]
) -> None:
    turn = asyncio.Semaphore(AT_ONCE)

    async def one(number: int) -> None:
        accounts = [each.id for each in played.accounts[number * ACCOUNTS : (number + 1) * ACCOUNTS]]
        async with turn:
            await _round(played, broker, path, threads, accounts, counts)

    await asyncio.gather(*(one(number) for number in range(ROUNDS)))


async def _round(
    played: World,
    broker: FaultyBroker,
    path: Path,
    threads: ThreadPoolExecutor,
    accounts: list[str],
    counts: Counter[str],
) -> None:
    chance = random.Random(f"{played.seed} {accounts}")
    loop = asyncio.get_running_loop()
    child = start(played, accounts, broker.url, path)
    await loop.run_in_executor(threads, _until, child, chance.randrange(1, 8))
    await asyncio.sleep(chance.random() * 0.1)
    with Journal(path) as journal:
        for record in journal.unresolved():
            living = record.intent.account in accounts and record.state == "open"
            assert not living, f"{record} is in flight, and was listed as unresolved"
        await loop.run_in_executor(threads, child.kill)
        left = [record for record in journal.unresolved() if record.intent.account in accounts]
        attempts = _attempts(child, journal, accounts)
        _judge(journal, attempts, left, counts)
        desk = Desk(played, journal, threads, settle=SETTLE)
        clients = {each: make(each, broker.url, path, blocking=True) for each in ("alpaca", "clear_street")}
        listed = [record for client in clients.values() for record in client.unresolved()]
        assert {one.id for one in left} == {one.id for one in listed if one.intent.account in accounts}
        owned = {id: attempt for attempt in attempts for id in attempt.ids}
        await asyncio.gather(
            *(resolved(desk, clients[record.intent.broker], owned[record.id], record, chance) for record in left)
        )
        for client in clients.values():
            client.close()
        await loop.run_in_executor(threads, broker.wait_until_idle)
        await asyncio.sleep(SETTLE)
        records = {record.id: record for record in journal.records() if record.intent.account in accounts}
    mine = tuple(entry for entry in broker.log if entry.account in accounts)
    found = lies(played, broker.state, mine, attempts, records, SETTLE)
    assert not found, "\n".join([f"seed {played.seed}, {played.settings}", *found[:20]])
    for attempt in attempts:
        for resolution in attempt.resolutions.values():
            counts[f"resolved {resolution.kind}"] += 1


def _until(child: Child, calls: int) -> None:
    """Wait until it has begun so many calls, or has nothing more to ask."""
    while len(child.attempts) < calls and not child.done:
        assert child.listen(30), "the child ended before it was killed"


def _attempts(child: Child, journal: Journal, accounts: list[str]) -> list[Attempt]:
    """What the child asked, with the ids of what it did not live to tell of."""
    told = {id for attempt in child.attempts.values() for id in attempt.ids}
    for account in accounts:
        silent = [one for one in child.attempts.values() if one.asking.account == account and not one.ids]
        untold = tuple(record.id for record in journal.records(account=account) if record.id not in told)
        assert silent or not untold, f"{untold} were begun, and nobody asked for them"
        if silent:
            silent[-1].ids = untold
    return list(child.attempts.values())


def _judge(journal: Journal, attempts: list[Attempt], left: list[Record], counts: Counter[str]) -> None:
    """What was told as known is known, what has no outcome is listed, and nothing else is."""
    states = {id: journal.get(id) for attempt in attempts for id in attempt.ids}
    assert {record.id for record in left} == {id for id, one in states.items() if one.state in ("open", "unknown")}
    for attempt in attempts:
        for id in attempt.ids:
            if attempt.returned is not None and attempt.asking.kind in ("whole", "part", "all"):
                assert states[id].state == "accepted", f"{attempt} was told, and the journal says {states[id]}"
    counts["kills"] += 1
    counts["closes"] += len(states)
    counts["open at the kill"] += sum(one.state == "open" for one in states.values())
    counts["kills with something unresolved"] += bool(left)
