"""Every call to Clear Street as an operation, for the blocking and the asyncio client alike."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, TypedDict, Unpack

from brokerage_positions.asking import Context, Options
from brokerage_positions.brokers import clear_street
from brokerage_positions.clients.arguments import PlanOptions
from brokerage_positions.clients.core import Core
from brokerage_positions.clients.names import text
from brokerage_positions.closing.operations import close_all, close_position
from brokerage_positions.closing.planning import execute, plan_all, plan_one
from brokerage_positions.closing.plans import Limits, Plan
from brokerage_positions.closing.report import CloseReport
from brokerage_positions.closing.resolving import Question, Resolution
from brokerage_positions.io import Operation, Secret
from clear_street_client.models import (
    GetPositionsSortBy,
    GetPositionsSortDirection,
    PositionClosePositionsResponse,
    PositionGetPositionsResponse,
)

if TYPE_CHECKING:
    from brokerage_positions.portfolio import Holdings

KEY_VARIABLE: Final = "CLEAR_STREET_API_KEY"
#: The variable that the broker's own SDK reads for another address.
URL_VARIABLE: Final = "CLEAR_STREET_BASE_URL"

AccountId = int | str


class Filters(TypedDict, total=False):
    """Which positions, in which order, how many on a page (1 to 1000); ``page_token`` begins at a later page."""

    instrument_ids: Sequence[str]
    page_size: int
    page_token: str
    sort_by: GetPositionsSortBy | str
    sort_direction: GetPositionsSortDirection | str


class ClearStreetCalls:
    """The calls of one client."""

    def __init__(self, core: Core) -> None:
        self.core = core

    def page(self, account_id: int, context: Context, asked: dict[str, Any]) -> Operation[PositionGetPositionsResponse]:
        return clear_street.page(account_id, context, asked)

    def close_all(
        self, account_id: AccountId, cancel_orders: bool | None, options: Options | None
    ) -> Operation[CloseReport]:
        return close_all(self.core.closer(_desk(account_id), options), cancel_orders)

    def close(
        self, account_id: AccountId, instrument_id: str, cancel_orders: bool | None, options: Options | None
    ) -> Operation[PositionClosePositionsResponse]:
        return close_position(self.core.closer(_desk(account_id), options), text(instrument_id), None, cancel_orders)

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
        instrument_id: str,
        limits: Limits,
        cancel_orders: bool | None,
        options: Options | None,
    ) -> Operation[Plan]:
        closer = self.core.closer(_desk(account_id), options)
        return plan_one(closer, text(instrument_id), None, limits, cancel_orders)

    def execute(self, plan: Plan, options: Options | None) -> Operation[CloseReport]:
        return execute(self.core.closer(_desk(plan.account), options, plan.id), plan)

    def holdings(self, account_id: AccountId, currency: str | None, options: Options | None) -> "Operation[Holdings]":
        # Here, so that only those who use it load it.
        from brokerage_positions.portfolio import Holdings, from_clear_street

        number = account(account_id)
        found = yield from clear_street.positions(number, self.core.context(options), {})
        return Holdings(from_clear_street(one, number, currency=currency or "USD") for one in found)


def account(account_id: AccountId) -> int:
    """An account id as the path has it; text of digits is taken too."""
    if isinstance(account_id, int) and not isinstance(account_id, bool) and account_id >= 0:
        return int.__int__(account_id)  # of a subclass, the number itself and not what it prints
    if isinstance(account_id, str) and account_id.isascii() and account_id.isdigit() and len(account_id) < 20:
        return int(account_id)
    raise ValueError(f"account_id is a whole number, not {account_id!r}. Nothing was sent")


def _desk(account_id: AccountId) -> clear_street.ClearStreetDesk:
    return clear_street.ClearStreetDesk(account(account_id))


def filters(given: Filters) -> dict[str, Any]:
    """The filters as the generated operation takes them."""
    asked: dict[str, Any] = dict(given)
    if isinstance(ids := asked.get("instrument_ids"), str):
        raise TypeError(f"instrument_ids is a list of ids, not the text {ids!r}. Nothing was sent")
    if "instrument_ids" in asked:
        asked["instrument_ids"] = list(asked["instrument_ids"])
    for name, kind in (("sort_by", GetPositionsSortBy), ("sort_direction", GetPositionsSortDirection)):
        if name in asked:
            asked[name] = kind(asked[name])
    return asked


def address(sandbox: bool) -> str:
    return os.environ.get(URL_VARIABLE) or (clear_street.DEVELOPMENT if sandbox else clear_street.PRODUCTION)


def environment() -> str:
    if not os.environ.get(KEY_VARIABLE):
        raise ValueError(f"{KEY_VARIABLE} must be set in the environment")
    return os.environ[KEY_VARIABLE]


def bearer(api_key: str) -> Secret:
    """The header of Bearer authentication."""
    if not api_key or not api_key.isascii() or not api_key.isprintable() or " " in api_key:
        del api_key  # a traceback with locals would show it
        raise ValueError("api_key must be printable ASCII text without blanks")
    return Secret(f"Bearer {api_key}", api_key)
