"""Prices on a walk: with every tick each goes a step up or a step down, as the seed says.

Where a walk stands after so many ticks depends on the seed and the asset alone, never on how often it was asked for:
a run can be repeated, and an asset has one price in all accounts.
"""

import random
from decimal import Decimal

from attrs import evolve

from .arithmetic import settle_all
from .values import EXACT, SECOND, Account, Position, State


def opened(state: State, now: int, seed: int) -> State:
    """The state from ``now`` on, with the chances of ``seed``; one that is open already stays as it is."""
    if state.opened is not None:
        return state
    return evolve(state, opened=now, settings=evolve(state.settings, seed=seed))


def moved(state: State, now: int) -> State:
    """With the prices of ``now``; what was to fill until then has filled at its time, between the prices around it."""
    if ticks_by(state, now) <= state.ticks:
        return state
    orders = (order for account in state.accounts.values() for order in account.working)
    for due in sorted({order.due for order in orders if order.due is not None and order.due <= now}):
        state = settle_all(walked(state, ticks_by(state, due)), due)
    return walked(state, ticks_by(state, now))


def ticks_by(state: State, now: int) -> int:
    since = 0 if state.opened is None else now - state.opened
    return max(0, since) // round(state.settings.tick * SECOND)


def walked(state: State, ticks: int) -> State:
    """After so many ticks since it was opened; never back."""
    seed, since = state.settings.seed, state.ticks
    if ticks <= since:
        return state

    def position(held: Position) -> Position:
        if not held.asset.step:
            return held
        steps = steps_up(seed, held.asset.id, ticks) - steps_up(seed, held.asset.id, since)
        price = EXACT.add(held.price, EXACT.multiply(Decimal(steps), held.asset.step))
        return evolve(held, price=max(price, held.asset.step))

    def account(one: Account) -> Account:
        return evolve(one, positions={key: position(held) for key, held in one.positions.items()})

    return evolve(state, accounts={key: account(one) for key, one in state.accounts.items()}, ticks=ticks)


def steps_up(seed: int, asset_id: str, ticks: int) -> int:
    """Steps up less steps down after so many ticks: each bit drawn is one of them."""
    words = ticks // 32 + 1  # Whole words are drawn one after the other, so that more of them begin with the same bits.
    bits = random.Random(f"{seed} {asset_id}").getrandbits(32 * words) & ((1 << ticks) - 1)
    return 2 * bits.bit_count() - ticks
