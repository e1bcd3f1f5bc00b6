"""One view of both brokers."""

from collections.abc import Awaitable
from typing import Any, overload
from uuid import UUID

from brokerage_positions.clients.core import Blocking, OnAsyncio
from brokerage_positions.portfolio import Holdings


@overload
def holdings(client: Blocking[Any], account: UUID | str | int, *, currency: str | None = None) -> Holdings: ...
@overload
def holdings(
    client: OnAsyncio[Any], account: UUID | str | int, *, currency: str | None = None
) -> Awaitable[Holdings]: ...
def holdings(
    client: Blocking[Any] | OnAsyncio[Any], account: UUID | str | int, *, currency: str | None = None
) -> Holdings | Awaitable[Holdings]:
    """What an account holds, in the terms that both brokers share; awaitable with an async client.

    ``currency`` (ISO 4217) names the account's own, which an Alpaca account in another currency than the US dollar does
    not tell.
    """
    return client.holdings(account, currency=currency)
