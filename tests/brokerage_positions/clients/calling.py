"""The four clients under one roof: each broker, blocking and on asyncio, called by the same words."""

import asyncio
import ssl
from collections.abc import Callable
from contextvars import copy_context
from typing import Any, Final, Literal

import tenacity

from brokerage_positions import (
    AsyncBrokerClient,
    AsyncClearStreet,
    BrokerClient,
    ClearStreet,
    ClosePositionRequest,
    Limits,
    Options,
    Plan,
    Retry,
)
from brokerage_positions.io import Effect, Sleep

from ..broker import ALPACA_ACCOUNT, CLEAR_STREET_ACCOUNT

Style = Literal["blocking", "asyncio"]
Name = Literal["alpaca", "clear_street"]
STYLES: Final[tuple[Style, ...]] = ("blocking", "asyncio")
NAMES: Final[tuple[Name, ...]] = ("alpaca", "clear_street")
ACCOUNTS: Final[dict[Name, str]] = {"alpaca": ALPACA_ACCOUNT, "clear_street": CLEAR_STREET_ACCOUNT}
CREDENTIALS: Final[dict[Name, tuple[str, ...]]] = {
    "alpaca": ("test-key", "test-secret"),
    "clear_street": ("test-token",),
}
CLASSES: Final[dict[tuple[Name, Style], Callable[..., Any]]] = {
    ("alpaca", "blocking"): BrokerClient,
    ("alpaca", "asyncio"): AsyncBrokerClient,
    ("clear_street", "blocking"): ClearStreet,
    ("clear_street", "asyncio"): AsyncClearStreet,
}
#: Made once: a client that makes its own takes longer for it than for a request.
TLS: Final = ssl.create_default_context()
#: Reads are sent up to three times, without a wait in between.
QUICK: Final = Options(timeout=5.0, deadline=20.0, retry=Retry(attempts=3, wait=tenacity.wait_none()))


class Caller:
    """One client.  What it is asked is asked of its own account, and the answer is awaited if need be."""

    def __init__(self, name: Name, style: Style, client: Any, runner: asyncio.Runner | None, account: str) -> None:
        self.name: Name = name
        self.style: Style = style
        self.client = client
        self.runner = runner
        self.account = account

    def run(self, asked: Any) -> Any:
        # In the context of now: a runner would keep the one that it began with.
        return asked if self.runner is None else self.runner.run(asked, context=copy_context())

    def positions(self, options: Options | None = None, **which: Any) -> list[Any]:
        if self.name == "alpaca":
            found: list[Any] = self.run(self.client.get_all_positions_for_account(self.account, options=options))
            return found
        return self.listed(self.client.v1.positions.get_positions(self.account, options=options, **which))

    def listed(self, pages: Any) -> list[Any]:
        """All that comes of iterating, whether with ``for`` or ``async for``."""
        if self.runner is None:
            return list(pages)

        async def collected() -> list[Any]:
            return [each async for each in pages]

        found: list[Any] = self.run(collected())
        return found

    def closing(
        self, symbol: str = "AAPL", amount: ClosePositionRequest | None = None, options: Options | None = None
    ) -> Any:
        """The close of one position: done if the client blocks, else to be awaited."""
        if self.name == "alpaca":
            return self.client.close_position_for_account(self.account, symbol, amount, options=options)
        assert amount is None
        return self.client.v1.positions.close_position(symbol, account_id=self.account, options=options)

    def close(
        self, symbol: str = "AAPL", amount: ClosePositionRequest | None = None, options: Options | None = None
    ) -> Any:
        return self.run(self.closing(symbol, amount, options))

    def close_all(self, cancel_orders: bool | None = None, options: Options | None = None) -> Any:
        if self.name == "alpaca":
            return self.run(self.client.close_all_positions_for_account(self.account, cancel_orders, options=options))
        return self.run(
            self.client.v1.positions.close_positions(self.account, cancel_orders=cancel_orders, options=options)
        )

    def plan_all(self, limits: Limits | None = None, **how: Any) -> Plan:
        plan: Plan = self.run(self.client.plan_close_all(self.account, limits or Limits(), **how))
        return plan

    def plan_one(
        self, symbol: str = "AAPL", amount: ClosePositionRequest | None = None, limits: Limits | None = None
    ) -> Plan:
        amounts = () if self.name == "clear_street" else (amount,)
        plan: Plan = self.run(self.client.plan_close(self.account, symbol, *amounts, limits or Limits()))
        return plan

    def execute(self, plan: Plan) -> Any:
        return self.run(self.client.execute(plan))

    def resolve(self, close_id: str, **question: Any) -> Any:
        return self.run(self.client.resolve(close_id, **question))

    def instead_of_sleeping(self, do: Callable[[float], Any]) -> None:
        """From now on, the client's pauses are so many seconds told to ``do``."""
        perform, style = self.client._wire.perform, self.style

        async def done(effect: Sleep) -> None:
            do(effect.seconds)

        def performed(effect: Effect) -> Any:
            if not isinstance(effect, Sleep):
                return perform(effect)
            return done(effect) if style == "asyncio" else do(effect.seconds)

        self.client._wire.perform = performed

    def end(self) -> None:
        if self.runner is None:
            self.client.close()
        else:
            self.runner.run(self.client.aclose())
            self.runner.close()


def open_caller(name: Name, style: Style, *, account: str | None = None, **connection: Any) -> Caller:
    """A client of that broker; ``connection`` as its constructor takes it."""
    connection.setdefault("options", QUICK)
    connection.setdefault("verify", TLS)
    keys = connection.pop("credentials", CREDENTIALS[name])
    runner = asyncio.Runner() if style == "asyncio" else None
    client = CLASSES[name, style](*keys, **connection)
    return Caller(name, style, client, runner, account or ACCOUNTS[name])
