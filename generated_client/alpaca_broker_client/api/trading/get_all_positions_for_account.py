# Generated from openapi/alpaca-broker.yaml (sha256 0b1631558de74bb4179d2ca197b63530c537f6e4fad82912be0d643199ddca4e)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from __future__ import annotations

from typing import Final
from uuid import UUID

from ... import _wire
from ...client import Client
from ...models.error import Error
from ...models.position import Position
from ...types import Request, Response

_OPERATION: Final[_wire.Operation[list[Position] | Error, list[Position]]] = _wire.Operation(
    "GET",
    (
        "/v1/trading/accounts/",
        _wire.Parameter("account_id", _wire.UUID_),
        "/positions",
    ),
    answers=(
        _wire.Answer(200, 200, "json", _wire.list_of(_wire.model(Position))),
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
) -> Request:
    return _OPERATION.request(
        path=(account_id,),
    )


#: The request alone, to be sent by other means; `parse_response` reads its answer (status, headers, body).
build_request = _request
parse_response = _OPERATION.read


def sync_detailed(
    account_id: UUID,
    *,
    client: Client,
) -> Response[list[Position] | Error]:
    """List the open positions of an account

    All open positions, in one answer: there are no pages. A position that has been closed completely is no
    longer listed.

    Args:
        account_id: Id of the brokerage account, a UUID.
    """
    return _OPERATION.detailed(
        client,
        _request(
            account_id,
        ),
    )


def sync(
    account_id: UUID,
    *,
    client: Client,
) -> list[Position]:
    """List the open positions of an account

    All open positions, in one answer: there are no pages. A position that has been closed completely is no
    longer listed.

    Args:
        account_id: Id of the brokerage account, a UUID.
    """
    return _OPERATION.value(
        client,
        _request(
            account_id,
        ),
    )


async def asyncio_detailed(
    account_id: UUID,
    *,
    client: Client,
) -> Response[list[Position] | Error]:
    """List the open positions of an account

    All open positions, in one answer: there are no pages. A position that has been closed completely is no
    longer listed.

    Args:
        account_id: Id of the brokerage account, a UUID.
    """
    return await _OPERATION.detailed_async(
        client,
        _request(
            account_id,
        ),
    )


async def asyncio(
    account_id: UUID,
    *,
    client: Client,
) -> list[Position]:
    """List the open positions of an account

    All open positions, in one answer: there are no pages. A position that has been closed completely is no
    longer listed.

    Args:
        account_id: Id of the brokerage account, a UUID.
    """
    return await _OPERATION.value_async(
        client,
        _request(
            account_id,
        ),
    )


__all__ = ("asyncio", "asyncio_detailed", "build_request", "parse_response", "sync", "sync_detailed")
