"""What traders share, and how they call a client of either broker and kind."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any, Final, Protocol

import tenacity
from attrs import define, field, frozen

from brokerage_positions import CloseReport, Journal, Options, Resolution, Retry

from ..broker import Order
from .orders import Asking
from .world import SETTLE, TIMEOUT, World

RETRY: Final = Retry(attempts=5, wait=tenacity.wait_fixed(0.005))


@define
class Attempt:
    """What was asked and what the client said; ``ids`` are those of the closes in the journal."""

    asking: Asking
    ids: tuple[str, ...] = ()
    returned: Any = None
    raised: BaseException | None = None
    resolutions: dict[str, Resolution] = field(factory=dict[str, Resolution])
    #: Orders that were there before, and whether somebody else traded the position afterwards.
    earlier: frozenset[str] = frozenset()
    rivalled: bool = False


class Others(Protocol):
    """What is at the broker beside the client."""

    def orders(self, account: str) -> tuple[Order, ...]:
        """Every order of an account, in any state, as another program may list them."""
        ...

    def trade(self, account: str, symbol: str, change: Decimal) -> None:
        """Somebody else trades the position."""
        ...


@frozen
class Desk:
    """Everything that traders of one episode share.

    Blocking clients run in ``threads``.  ``tell`` hears of everything before it is asked and of what came of it.
    ``settle`` in seconds.  ``others`` is what else can be known or done at the broker; without it, nothing.
    """

    world: World
    journal: Journal
    threads: ThreadPoolExecutor
    tell: Callable[[Asking | Attempt], None] = lambda _: None
    settle: float = SETTLE
    others: Others | None = None

    async def call(self, method: Callable[..., Any], *given: Any, **named: Any) -> Any:
        """The result of a client's method, whichever kind of client it is."""
        if inspect.iscoroutinefunction(method):
            return await method(*given, **named)
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self.threads, lambda: method(*given, **named))
        return await found if inspect.isawaitable(found) else found


def ask(desk: Desk, client: Any, asking: Asking) -> Awaitable[Any]:
    """The call itself, in the words of the broker's client."""
    options = Options(timeout=TIMEOUT, deadline=10.0, retry=RETRY, headers={"X-Close": asking.tag}, **asking.options)
    if asking.kind in ("plan_all", "plan_one"):
        return _planned(desk, client, asking, options)
    if asking.broker == "alpaca":
        if asking.kind == "all":
            method = client.close_all_positions_for_account
            return desk.call(method, asking.account, asking.cancel_orders, options=options)
        method = client.close_position_for_account
        return desk.call(method, asking.account, asking.name, asking.amount, options=options)
    positions, cancel = client.v1.positions, asking.cancel_orders
    if asking.kind == "all":
        return desk.call(positions.close_positions, asking.account, cancel_orders=cancel, options=options)
    return desk.call(
        positions.close_position, asking.name, account_id=asking.account, cancel_orders=cancel, options=options
    )


async def _planned(desk: Desk, client: Any, asking: Asking, options: Options) -> CloseReport:
    if asking.kind == "plan_all":
        plan = await desk.call(
            client.plan_close_all, asking.account, cancel_orders=asking.cancel_orders, options=options
        )
    else:
        amount = (asking.amount,) if asking.broker == "alpaca" else ()
        plan = await desk.call(client.plan_close, asking.account, asking.name, *amount, options=options)
    report: CloseReport = await desk.call(client.execute, plan, options=options)
    return report
