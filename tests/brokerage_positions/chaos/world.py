"""What the seed of an episode means: how the broker behaves, who holds what there, and what goes wrong."""

import random
from decimal import Decimal
from typing import Final
from uuid import NAMESPACE_OID, uuid5

from attrs import evolve, field, frozen

from ..broker import (
    AAPL,
    BTC,
    OPTION,
    TSLA,
    Account,
    FaultyBroker,
    Position,
    Settings,
    State,
    account,
    faults,
    position,
)
from ..broker import resting_order as resting
from ..broker.faults import Fault
from ..broker.state import BrokerName

#: Seconds.  A request given up acts within SETTLE: those that the broker delays act at most DELAY after they arrive.
TIMEOUT: Final = 0.4
DELAY: Final = 0.6
SETTLE: Final = 0.5
LATE: Final = 0.15
#: An order that fills later than this is one that the trader does not wait for.
PATIENCE: Final = 0.2


@frozen
class World:
    """One episode.  ``fill_after`` in seconds, None for never."""

    seed: int
    settings: Settings
    accounts: tuple[Account, ...]
    rules: tuple[tuple[Fault, str | None, float], ...] = field(repr=False)

    @property
    def fill_after(self) -> float | None:
        return self.settings.fill_after

    def broker(self) -> FaultyBroker:
        return FaultyBroker(State({one.id: one for one in self.accounts}, self.settings), seed=self.seed)

    def misbehave(self, broker: FaultyBroker) -> None:
        for fault, method, probability in self.rules:
            broker.plan(fault, method=method, probability=probability)

    def position(self, account_id: str, symbol: str) -> Position:
        """What an account held in the beginning."""
        (one,) = (one for one in self.accounts if one.id == account_id)
        (found,) = (held for held in one.positions.values() if held.asset.symbol == symbol)
        return found

    def held(self, account_id: str, symbol: str) -> Decimal:
        """How much of it."""
        return self.position(account_id, symbol).quantity


def world(seed: int, accounts: int, *, delays: bool = True) -> World:
    """The episode of that seed; without ``delays``, one whose broker acts at once, LATE or never."""
    chance = random.Random(seed)
    broker: tuple[BrokerName, ...] = ("alpaca", "clear_street")
    made = tuple(_account(seed, number, broker[number % 2], chance) for number in range(accounts))
    return World(seed, _habits(chance), made, _mix(chance, delays))


def _habits(chance: random.Random) -> Settings:
    holds = chance.random() < 0.6
    # Where a pending close does not show at all, nothing but its fill can: it comes within the settling time.
    fills = [0.0, 0.02, 0.1, 1.5, None] if holds else [0.0, 0.02, 0.1]
    return Settings(chance.choice(fills), holds, chance.random() < 0.5, chance.random() < 0.3)


def _account(seed: int, number: int, broker: BrokerName, chance: random.Random) -> Account:
    name = str(uuid5(NAMESPACE_OID, f"{seed} {number}")) if broker == "alpaca" else str(100_000 + number)
    sizes = ["100", "7", "0.5", "123456.789", "1"]
    held = [
        position(AAPL, chance.choice(sizes)),
        position(TSLA, f"-{chance.choice(sizes)}"),
        position(OPTION, str(chance.randrange(1, 50))),
    ]
    if broker == "alpaca":
        held.append(position(BTC, "0.123456789"))
    made = account(name, broker, *held)
    if chance.random() < 0.15:
        made = evolve(made, working=(resting(name, AAPL, "sell", "0.3"),))
    return made


def _mix(chance: random.Random, delays: bool) -> tuple[tuple[Fault, str | None, float], ...]:
    """Faults with their chances; what an episode is full of, another has hardly any of."""
    weight = chance.choice([0.3, 1.0, 1.0, 2.0])
    closes = [(fault, "DELETE", weight * part) for fault, part in _of_closes()]
    reads = [(fault, "GET", weight * part) for fault, part in _of_reads()]
    chance.shuffle(closes)
    rules = (*closes, *reads, (faults.reset_on_connect(), None, weight * 0.01))
    return tuple(rule for rule in rules if delays or rule[0].name not in ("delay", "hang"))


def _of_closes() -> list[tuple[Fault, float]]:
    statuses = [
        (faults.answer(status, acts), 0.008)
        for status in (302, 408, 425, 499, 500, 502, 503, 504, 520)
        for acts in (True, False)
    ]
    refusals = [(faults.answer(status, acts=False), 0.004) for status in (400, 401, 403, 404, 409, 422)]
    return [
        *statuses,
        *refusals,
        (faults.rate_limited("0"), 0.02),
        (faults.drop_before_reading(), 0.02),
        (faults.drop_before_acting(), 0.02),
        (faults.drop_before_acting(reset=False), 0.02),
        (faults.act_then_drop(), 0.03),
        (faults.act_then_drop(reset=False), 0.03),
        (faults.act_then_cut(), 0.02),
        (faults.act_then_cut(framing="until_close"), 0.02),
        (faults.act_then_cut(0.9, "chunked"), 0.01),
        (faults.hang(DELAY), 0.01),
        (faults.hang(DELAY, 0.0), 0.01),
        (faults.act_late(0.03), 0.02),
        (faults.act_late(LATE), 0.02),
        (faults.act_in_part(1), 0.03),
        (faults.delay(before=DELAY), 0.015),
        (faults.delay(after=DELAY), 0.015),
        (faults.trickle(64, 0.001), 0.01),
        (faults.html(), 0.01),
        (faults.html(502), 0.01),
        (faults.empty(), 0.01),
        (faults.half_json(), 0.01),
        (faults.wrong_types(), 0.005),
        (faults.wrong_types(entry=0), 0.01),
        (faults.unknown_words(), 0.01),
        (faults.nulls(), 0.01),
        (faults.redirect("/v1/elsewhere", acts=True), 0.01),
        (faults.informational(), 0.01),
        (faults.deep(), 0.005),
    ]


def _of_reads() -> list[tuple[Fault, float]]:
    return [
        (faults.drop_before_acting(), 0.02),
        (faults.act_then_cut(), 0.02),
        (faults.answer(500), 0.02),
        (faults.answer(504), 0.01),
        (faults.rate_limited("0"), 0.01),
        (faults.html(), 0.005),
        (faults.half_json(), 0.01),
        (faults.nulls(), 0.003),
        (faults.wrong_types(), 0.003),
        (faults.delay(before=DELAY), 0.004),
        (faults.close_when_reused(), 0.03),
        (faults.trickle(64, 0.001), 0.01),
    ]
