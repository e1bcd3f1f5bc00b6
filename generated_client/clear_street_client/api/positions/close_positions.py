# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from __future__ import annotations

from typing import Final

from ... import _wire
from ...client import Client
from ...models.close_positions_request import ClosePositionsRequest
from ...models.error import Error
from ...models.error_envelope import ErrorEnvelope
from ...models.position_close_positions_response import PositionClosePositionsResponse
from ...types import UNSET, RawJson, Request, Response, Unset

_OPERATION: Final[
    _wire.Operation[PositionClosePositionsResponse | ErrorEnvelope | Error | RawJson, PositionClosePositionsResponse]
] = _wire.Operation(
    "DELETE",
    (
        "/v1/accounts/",
        _wire.Parameter("account_id", _wire.INTEGER),
        "/positions",
    ),
    bodies=(_wire.Body("application/json", _wire.model(ClosePositionsRequest)),),
    answers=(
        _wire.Answer(200, 200, "json", _wire.model(PositionClosePositionsResponse)),
        _wire.Answer(400, 400, "json", _wire.union(_wire.model(ErrorEnvelope), _wire.model(Error)), failure=True),
        _wire.Answer(403, 403, "json", _wire.union(_wire.model(ErrorEnvelope), _wire.model(Error)), failure=True),
        _wire.Answer(500, 500, "json", _wire.union(_wire.model(ErrorEnvelope), _wire.model(Error)), failure=True),
        _wire.Answer(0, 999, "json", _wire.union(_wire.model(ErrorEnvelope), _wire.model(Error)), failure=True),
    ),
)


def _request(
    account_id: int,
    *,
    body: ClosePositionsRequest | Unset = UNSET,
) -> Request:
    return _OPERATION.request(
        path=(account_id,),
        body=body,
    )


#: The request alone, to be sent by other means; `parse_response` reads its answer (status, headers, body).
build_request = _request
parse_response = _OPERATION.read


def sync_detailed(
    account_id: int,
    *,
    client: Client,
    body: ClosePositionsRequest | Unset = UNSET,
) -> Response[PositionClosePositionsResponse | ErrorEnvelope | Error | RawJson]:
    """Close all positions of an account

    Places one closing order against each open position, long or short. Not idempotent, and not atomic.

    Args:
        account_id: Id of the account, a whole number.
        body: What is sent as the body.
    """
    return _OPERATION.detailed(
        client,
        _request(
            account_id,
            body=body,
        ),
    )


def sync(
    account_id: int,
    *,
    client: Client,
    body: ClosePositionsRequest | Unset = UNSET,
) -> PositionClosePositionsResponse:
    """Close all positions of an account

    Places one closing order against each open position, long or short. Not idempotent, and not atomic.

    Args:
        account_id: Id of the account, a whole number.
        body: What is sent as the body.
    """
    return _OPERATION.value(
        client,
        _request(
            account_id,
            body=body,
        ),
    )


async def asyncio_detailed(
    account_id: int,
    *,
    client: Client,
    body: ClosePositionsRequest | Unset = UNSET,
) -> Response[PositionClosePositionsResponse | ErrorEnvelope | Error | RawJson]:
    """Close all positions of an account

    Places one closing order against each open position, long or short. Not idempotent, and not atomic.

    Args:
        account_id: Id of the account, a whole number.
        body: What is sent as the body.
    """
    return await _OPERATION.detailed_async(
        client,
        _request(
            account_id,
            body=body,
        ),
    )


async def asyncio(
    account_id: int,
    *,
    client: Client,
    body: ClosePositionsRequest | Unset = UNSET,
) -> PositionClosePositionsResponse:
    """Close all positions of an account

    Places one closing order against each open position, long or short. Not idempotent, and not atomic.

    Args:
        account_id: Id of the account, a whole number.
        body: What is sent as the body.
    """
    return await _OPERATION.value_async(
        client,
        _request(
            account_id,
            body=body,
        ),
    )


__all__ = ("asyncio", "asyncio_detailed", "build_request", "parse_response", "sync", "sync_detailed")
