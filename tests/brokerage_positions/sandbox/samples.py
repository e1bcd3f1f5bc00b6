"""Assets and accounts that tests share: long, short, fractional, an option, a pair, and an account not in dollars."""

from decimal import Decimal
from typing import Final
from uuid import NAMESPACE_OID, uuid5

from brokerage_positions.sandbox.state import (
    Account,
    Asset,
    BrokerName,
    Order,
    Position,
    Settings,
    Side,
    State,
    holdings,
)

AAPL: Final = Asset("b0b6dd9d-8b9b-48a9-ba46-b9d54906e415", "AAPL")
TSLA: Final = Asset("8ccae427-5dd0-45b3-b5fe-7ba5e422c766", "TSLA")
OPTION: Final = Asset(
    "98359ef7-5124-49f3-85ea-5cf02df6defa", "AAPL250620C00100000", "option", "OPRA", Decimal(100), AAPL.id
)
BTC: Final = Asset("276e2673-764b-4ab6-a611-caf665ca6340", "BTC/USD", "crypto", "CRYPTO")

ALPACA_ACCOUNT: Final = "c8f1ef5d-edc0-4f23-9ee4-378f19cb92a4"
POUND_ACCOUNT: Final = "0d969814-40d6-4b2b-99ac-2e37427f692a"
CLEAR_STREET_ACCOUNT: Final = "19816"


def position(
    asset: Asset, quantity: str, price: str = "100", bought_at: str = "80", rate: str | None = None
) -> Position:
    """A holding; the previous close is one below the price."""
    now = Decimal(price)
    return Position(asset, Decimal(quantity), Decimal(bought_at), now, now - 1, None if rate is None else Decimal(rate))


def account(account_id: str, broker: BrokerName, *positions: Position) -> Account:
    return Account(account_id, broker, holdings(positions))


def resting_order(account_id: str, asset: Asset, side: Side, quantity: str) -> Order:
    """An open order of the account's own, that no close has placed; it never fills, and holds what it is for."""
    order_id = uuid5(NAMESPACE_OID, f"resting {account_id} {asset.symbol} {side} {quantity}")
    return Order(str(order_id), account_id, asset, side, Decimal(quantity), Decimal(100), 0, None, closing=False)


def sample_state(settings: Settings | None = None) -> State:
    """Three accounts that hold one of each kind; nothing is held by orders."""
    held = (
        position(AAPL, "100", "172.08", "150.5"),
        position(TSLA, "-50", "178.5", "180"),
        position(OPTION, "10", "2.72", "2.5"),
    )
    coins = position(BTC, "0.123456789", "64000.5", "50000")
    accounts = (
        account(ALPACA_ACCOUNT, "alpaca", *held, coins),
        account(POUND_ACCOUNT, "alpaca", position(AAPL, "5.5", "120", "100", rate="1.5")),
        account(CLEAR_STREET_ACCOUNT, "clear_street", *held),
    )
    return State({each.id: each for each in accounts}, settings or Settings())
