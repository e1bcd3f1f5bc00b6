"""Every call to Alpaca as an operation, for the blocking and the asyncio client alike."""

import base64
import os
from typing import TYPE_CHECKING, Final, Unpack
from uuid import UUID

from alpaca_broker_client.models import Order, Position
from brokerage_positions.amounts import ClosePositionRequest
from brokerage_positions.asking import Options
from brokerage_positions.brokers import alpaca
from brokerage_positions.clients.arguments import PlanOptions
from brokerage_positions.clients.core import Core
from brokerage_positions.clients.names import text
from brokerage_positions.closing.operations import close_all, close_position
from brokerage_positions.closing.planning import execute, plan_all, plan_one
from brokerage_positions.closing.plans import Limits, Plan
from brokerage_positions.closing.report import CloseReport
from brokerage_positions.closing.resolving import Question, Resolution
from brokerage_positions.io import Operation, Secret
from brokerage_positions.symbols import strict_uuid

if TYPE_CHECKING:
    from brokerage_positions.portfolio import Holdings

#: The variables that other programs use for the same two values.
KEY_VARIABLE: Final = "APCA_BROKER_KEY_ID"
SECRET_VARIABLE: Final = "APCA_BROKER_SECRET_KEY"

AccountId = UUID | str


class AlpacaCalls:
    """The calls of one client."""

    def __init__(self, core: Core) -> None:
        self.core = core

    def positions(self, account_id: AccountId, options: Options | None) -> Operation[list[Position]]:
        return alpaca.positions(account(account_id), self.core.context(options))

    def position(self, account_id: AccountId, symbol: UUID | str, options: Options | None) -> Operation[Position]:
        return alpaca.position(account(account_id), text(symbol), self.core.context(options))

    def close_all(
        self, account_id: AccountId, cancel_orders: bool | None, options: Options | None
    ) -> Operation[CloseReport]:
        return close_all(self.core.closer(_desk(account_id), options), cancel_orders)

    def close(
        self, account_id: AccountId, symbol: UUID | str, amount: ClosePositionRequest | None, options: Options | None
    ) -> Operation[Order]:
        return close_position(self.core.closer(_desk(account_id), options), text(symbol), _amount(amount))

    def resolve(self, close_id: str, question: Question, options: Options | None) -> Operation[Resolution]:
        desk = _desk(self.core.record(close_id).intent.account)
        return self.core.resolving(desk, close_id, options, question)

    def plan_all(
        self, account_id: AccountId, limits: Limits, options: Options | None, **how: Unpack[PlanOptions]
    ) -> Operation[Plan]:
        return plan_all(self.core.closer(_desk(account_id), options), limits, **how)

    def plan_one(
        self,
        account_id: AccountId,
        symbol: UUID | str,
        amount: ClosePositionRequest | None,
        limits: Limits,
        options: Options | None,
    ) -> Operation[Plan]:
        return plan_one(self.core.closer(_desk(account_id), options), text(symbol), _amount(amount), limits)

    def execute(self, plan: Plan, options: Options | None) -> Operation[CloseReport]:
        return execute(self.core.closer(_desk(plan.account), options, plan.id), plan)

    def holdings(self, account_id: AccountId, currency: str | None, options: Options | None) -> "Operation[Holdings]":
        # Here, so that only those who use it load it.
        from brokerage_positions.portfolio import Holdings, from_alpaca

        found = yield from self.positions(account_id, options)
        return Holdings(from_alpaca(one, account(account_id), currency=currency) for one in found)


def account(account_id: AccountId) -> UUID:
    if isinstance(account_id, UUID):
        return account_id
    try:
        return strict_uuid(text(account_id))
    except (ValueError, AttributeError, TypeError):
        raise ValueError(f"account_id is a UUID, not {account_id!r}. Nothing was sent") from None


def _amount(amount: object) -> ClosePositionRequest | None:
    # A falsy something in its place must never become the close of the whole position.
    if amount is not None and not isinstance(amount, ClosePositionRequest):
        raise TypeError("close_options is a ClosePositionRequest, or None for the whole position. Nothing was sent")
    return amount


def _desk(account_id: AccountId) -> alpaca.AlpacaDesk:
    return alpaca.AlpacaDesk(account(account_id))


def address(sandbox: bool) -> str:
    return alpaca.SANDBOX if sandbox else alpaca.PRODUCTION


def environment() -> tuple[str, str]:
    missing = [name for name in (KEY_VARIABLE, SECRET_VARIABLE) if not os.environ.get(name)]
    if missing:
        raise ValueError(f"{' and '.join(missing)} must be set in the environment")
    return os.environ[KEY_VARIABLE], os.environ[SECRET_VARIABLE]


def basic(api_key: str, secret_key: str) -> Secret:
    """The header of HTTP Basic (RFC 7617)."""
    fits = bool(api_key) and ":" not in api_key and (api_key + secret_key).isprintable()
    if not fits:
        del api_key, secret_key  # a traceback with locals would show them
        raise ValueError("api_key and secret_key must be printable text, the key without a colon")
    token = base64.b64encode(f"{api_key}:{secret_key}".encode()).decode("ascii")
    return Secret(f"Basic {token}", token, api_key, secret_key)
