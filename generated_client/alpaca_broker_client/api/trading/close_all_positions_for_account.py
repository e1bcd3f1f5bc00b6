# Generated from openapi/alpaca-broker.yaml (sha256 0b1631558de74bb4179d2ca197b63530c537f6e4fad82912be0d643199ddca4e)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from __future__ import annotations

from typing import Final
from uuid import UUID

from ... import _wire
from ...client import Client
from ...models.closed_position import ClosedPosition
from ...models.error import Error
from ...types import UNSET, Request, Response, Unset

_OPERATION: Final[_wire.Operation[list[ClosedPosition] | Error, list[ClosedPosition]]] = _wire.Operation(
    "DELETE",
    (
        "/v1/trading/accounts/",
        _wire.Parameter("account_id", _wire.UUID_),
        "/positions",
    ),
    query=(_wire.Parameter("cancel_orders", _wire.BOOLEAN),),
    answers=(
        _wire.Answer(207, 207, "json", _wire.list_of(_wire.model(ClosedPosition))),
        _wire.Answer(400, 400, "json", _wire.model(Error), failure=True),
        _wire.Answer(401, 401, "json", _wire.model(Error), failure=True),
        _wire.Answer(403, 403, "json", _wire.model(Error), failure=True),
        _wire.Answer(404, 404, "json", _wire.model(Error), failure=True),
        _wire.Answer(422, 422, "json", _wire.model(Error), failure=True),
        _wire.Answer(429, 429, "json", _wire.model(Error), failure=True),
        _wire.Answer(500, 500, "json", _wire.model(Error), failure=True),
        _wire.Answer(0, 999, "json", _wire.model(Error), failure=True),
    ),
)


def _request(
    account_id: UUID,
    *,
    cancel_orders: bool | Unset = UNSET,
) -> Request:
    return _OPERATION.request(
        path=(account_id,),
        query=(cancel_orders,),
    )


#: The request alone, to be sent by other means; `parse_response` reads its answer (status, headers, body).
build_request = _request
parse_response = _OPERATION.read


def sync_detailed(
    account_id: UUID,
    *,
    client: Client,
    cancel_orders: bool | Unset = UNSET,
) -> Response[list[ClosedPosition] | Error]:
    """Close all positions of an account

    Places one order against each open position, long or short. Each is judged by itself: the answer tells for
    each position whether its order was accepted. Not idempotent, and not atomic.

    Args:
        account_id: Id of the brokerage account, a UUID.
        cancel_orders: Whether to cancel all open orders of the account first. Without it, a quantity that open
            orders hold cannot be closed.
    """
    return _OPERATION.detailed(
        client,
        _request(
            account_id,
            cancel_orders=cancel_orders,
        ),
    )


def sync(
    account_id: UUID,
    *,
    client: Client,
    cancel_orders: bool | Unset = UNSET,
) -> list[ClosedPosition]:
    """Close all positions of an account

    Places one order against each open position, long or short. Each is judged by itself: the answer tells for
    each position whether its order was accepted. Not idempotent, and not atomic.

    Args:
        account_id: Id of the brokerage account, a UUID.
        cancel_orders: Whether to cancel all open orders of the account first. Without it, a quantity that open
            orders hold cannot be closed.
    """
    return _OPERATION.value(
        client,
        _request(
            account_id,
            cancel_orders=cancel_orders,
        ),
    )


async def asyncio_detailed(
    account_id: UUID,
    *,
    client: Client,
    cancel_orders: bool | Unset = UNSET,
) -> Response[list[ClosedPosition] | Error]:
    """Close all positions of an account

    Places one order against each open position, long or short. Each is judged by itself: the answer tells for
    each position whether its order was accepted. Not idempotent, and not atomic.

    Args:
        account_id: Id of the brokerage account, a UUID.
        cancel_orders: Whether to cancel all open orders of the account first. Without it, a quantity that open
            orders hold cannot be closed.
    """
    return await _OPERATION.detailed_async(
        client,
        _request(
            account_id,
            cancel_orders=cancel_orders,
        ),
    )


async def asyncio(
    account_id: UUID,
    *,
    client: Client,
    cancel_orders: bool | Unset = UNSET,
) -> list[ClosedPosition]:
    """Close all positions of an account

    Places one order against each open position, long or short. Each is judged by itself: the answer tells for
    each position whether its order was accepted. Not idempotent, and not atomic.

    Args:
        account_id: Id of the brokerage account, a UUID.
        cancel_orders: Whether to cancel all open orders of the account first. Without it, a quantity that open
            orders hold cannot be closed.
    """
    return await _OPERATION.value_async(
        client,
        _request(
            account_id,
            cancel_orders=cancel_orders,
        ),
    )


__all__ = ("asyncio", "asyncio_detailed", "build_request", "parse_response", "sync", "sync_detailed")
