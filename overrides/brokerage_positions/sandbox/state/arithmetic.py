"""The arithmetic: what is free, what a close places, what fills when.  Pure functions from values to values."""

from decimal import ROUND_DOWN, Decimal
from uuid import NAMESPACE_OID, uuid5

from attrs import evolve

from .values import (
    EXACT,
    SECOND,
    SMALLEST,
    WIDE,
    ZERO,
    Account,
    Asset,
    Order,
    Position,
    Settings,
    Shortage,
    State,
)


def available(account: Account, position: Position, settings: Settings) -> Decimal:
    """The part of a position that no open order holds; signed like the position, and never past zero."""
    reducing = "sell" if position.quantity > 0 else "buy"
    free = position.quantity.copy_abs()
    for order in account.working:
        holds = settings.pending_close_holds or not order.closing
        if holds and order.asset.id == position.asset.id and order.side == reducing:
            free = EXACT.subtract(free, order.quantity)
    if free <= 0:
        return ZERO
    return free if position.quantity > 0 else free.copy_negate()


def share(position: Position, percentage: Decimal) -> Decimal:
    """``percentage`` (0 to 100) of a position, unsigned, cut to nine decimal places."""
    exact = EXACT.multiply(position.quantity.copy_abs(), percentage).scaleb(-2, EXACT)
    return exact.quantize(SMALLEST, rounding=ROUND_DOWN, context=WIDE).normalize(WIDE)


def close(
    state: State, account_id: str, position: Position, quantity: Decimal | None, now: int
) -> tuple[State, Order | Shortage]:
    """Place the order that closes ``quantity`` (unsigned; ``None``: all of it), or say why there is not enough."""
    account = state.accounts[account_id]
    free = available(account, position, state.settings).copy_abs()
    existing = position.quantity.copy_abs()
    wanted = existing if quantity is None else quantity
    if wanted > free:
        return state, Shortage(position, existing, free, wanted)
    after = state.settings.fill_after
    order = Order(
        id=str(uuid5(NAMESPACE_OID, f"order {state.orders_placed}")),
        account=account_id,
        asset=position.asset,
        side="sell" if position.quantity > 0 else "buy",
        quantity=wanted,
        price=position.price,
        placed=now,
        due=None if after is None else now + round(after * SECOND),
        changed=now,
    )
    changed = state.with_account(evolve(account, working=(*account.working, order)))
    return evolve(changed, orders_placed=state.orders_placed + 1), order


def cancel_working(state: State, account_id: str, asset: Asset | None, now: int) -> State:
    """Cancel the open orders of an account, or only those in one asset."""
    account = state.accounts[account_id]
    meant = {order.id for order in account.working if asset is None or order.asset.id == asset.id}
    canceled = [evolve(order, status="canceled", changed=now) for order in account.working if order.id in meant]
    kept = tuple(order for order in account.working if order.id not in meant)
    return state.with_account(evolve(account, working=kept, done=(*account.done, *canceled)))


def undo(state: State, orders: tuple[Order, ...]) -> State:
    """As if these orders had not been placed just now; no id is given out twice."""
    gone = {order.id for order in orders}
    for account_id in {order.account for order in orders}:
        account = state.accounts[account_id]
        kept = tuple(order for order in account.working if order.id not in gone)
        state = state.with_account(evolve(account, working=kept))
    return state


def settle(state: State, account_id: str, now: int) -> State:
    """Fill what is due by ``now``, in the order in which it became due."""
    account = state.accounts[account_id]
    due = sorted((order for order in account.working if order.due is not None and order.due <= now), key=due_time)
    for order in due:
        account = filled(account, order)
    return state.with_account(account) if due else state


def settle_all(state: State, now: int) -> State:
    for account_id in state.accounts:
        state = settle(state, account_id, now)
    return state


def due_time(order: Order) -> int:
    return order.placed if order.due is None else order.due


def filled(account: Account, order: Order) -> Account:
    before = account.positions.get(order.asset.id)
    left = EXACT.add(before.quantity if before else ZERO, order.signed)
    positions = {key: held for key, held in account.positions.items() if key != order.asset.id}
    if before and left and (left > 0) == (before.quantity > 0):
        positions[order.asset.id] = evolve(before, quantity=left)
    elif left:
        # More was traded than was held: the account now holds the opposite side, at the price of the trade.
        rate = before.usd_rate if before else None
        positions[order.asset.id] = Position(order.asset, left, order.price, order.price, order.price, rate)
    done = evolve(order, status="filled", changed=due_time(order))
    working = tuple(other for other in account.working if other.id != order.id)
    return evolve(account, positions=positions, working=working, done=(*account.done, done))
