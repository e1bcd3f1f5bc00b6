"""What the tests of this broker share: the addresses, a sale of some AAPL, and how much was sold in the end."""

from typing import Final

import httpx
from attrs import evolve

from brokerage_positions.sandbox import Sandbox
from brokerage_positions.sandbox.log import ordered
from brokerage_positions.sandbox.state import State

from .samples import AAPL, ALPACA_ACCOUNT, CLEAR_STREET_ACCOUNT, resting_order

ALPACA: Final = f"/v1/trading/accounts/{ALPACA_ACCOUNT}/positions"
CLEAR_STREET: Final = f"/v1/accounts/{CLEAR_STREET_ACCOUNT}/positions"
AUTH: Final = ("test-key", "test-secret")
TOKEN: Final = {"Authorization": "Bearer test-token"}


def sell(broker: Sandbox, quantity: int = 5, timeout: float = 10) -> httpx.Response:
    """Close some AAPL, on a connection of its own."""
    return httpx.delete(f"{broker.url}{ALPACA}/AAPL?qty={quantity}", auth=AUTH, timeout=timeout)


def sold(broker: Sandbox) -> int:
    """How much was ordered to be sold; the log and the account have to agree on it."""
    quantity = -ordered(broker.log, ALPACA_ACCOUNT, "AAPL")
    held = broker.state.accounts[ALPACA_ACCOUNT].find("AAPL")
    assert held is not None
    assert held.quantity == 100 - quantity
    return int(quantity)


def hold_back(broker: Sandbox, account_id: str, quantity: str) -> None:
    """An open order of the account's own holds some of its AAPL."""

    def change(state: State) -> State:
        order = resting_order(account_id, AAPL, "sell", quantity)
        return state.with_account(evolve(state.accounts[account_id], working=(order,)))

    broker.update(change)
