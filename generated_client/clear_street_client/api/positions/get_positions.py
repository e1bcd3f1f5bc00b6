# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from __future__ import annotations

from typing import Final

from ... import _wire
from ...client import Client
from ...models.error import Error
from ...models.error_envelope import ErrorEnvelope
from ...models.get_positions_sort_by import GetPositionsSortBy
from ...models.get_positions_sort_direction import GetPositionsSortDirection
from ...models.position_get_positions_response import PositionGetPositionsResponse
from ...types import UNSET, RawJson, Request, Response, Unset

_OPERATION: Final[
    _wire.Operation[PositionGetPositionsResponse | ErrorEnvelope | Error | RawJson, PositionGetPositionsResponse]
] = _wire.Operation(
    "GET",
    (
        "/v1/accounts/",
        _wire.Parameter("account_id", _wire.INTEGER),
        "/positions",
    ),
    query=(
        _wire.Parameter("instrument_ids", _wire.list_of(_wire.STRING), exploded=False),
        _wire.Parameter("page_size", _wire.INTEGER),
        _wire.Parameter("page_token", _wire.STRING),
        _wire.Parameter("sort_by", _wire.str_enum(GetPositionsSortBy)),
        _wire.Parameter("sort_direction", _wire.str_enum(GetPositionsSortDirection)),
    ),
    answers=(
        _wire.Answer(200, 200, "json", _wire.model(PositionGetPositionsResponse)),
        _wire.Answer(400, 400, "json", _wire.union(_wire.model(ErrorEnvelope), _wire.model(Error)), failure=True),
        _wire.Answer(403, 403, "json", _wire.union(_wire.model(ErrorEnvelope), _wire.model(Error)), failure=True),
        _wire.Answer(500, 500, "json", _wire.union(_wire.model(ErrorEnvelope), _wire.model(Error)), failure=True),
        _wire.Answer(0, 999, "json", _wire.union(_wire.model(ErrorEnvelope), _wire.model(Error)), failure=True),
    ),
)


def _request(
    account_id: int,
    *,
    instrument_ids: list[str] | Unset = UNSET,
    page_size: int | Unset = UNSET,
    page_token: str | Unset = UNSET,
    sort_by: GetPositionsSortBy | Unset = UNSET,
    sort_direction: GetPositionsSortDirection | Unset = UNSET,
) -> Request:
    return _OPERATION.request(
        path=(account_id,),
        query=(
            instrument_ids,
            page_size,
            page_token,
            sort_by,
            sort_direction,
        ),
    )


#: The request alone, to be sent by other means; `parse_response` reads its answer (status, headers, body).
build_request = _request
parse_response = _OPERATION.read


def sync_detailed(
    account_id: int,
    *,
    client: Client,
    instrument_ids: list[str] | Unset = UNSET,
    page_size: int | Unset = UNSET,
    page_token: str | Unset = UNSET,
    sort_by: GetPositionsSortBy | Unset = UNSET,
    sort_direction: GetPositionsSortDirection | Unset = UNSET,
) -> Response[PositionGetPositionsResponse | ErrorEnvelope | Error | RawJson]:
    """List the open positions of an account

    The open positions, in pages. What a page token does not remember are filters and sorting: send them again
    with every page.

    Args:
        account_id: Id of the account, a whole number.
        instrument_ids: Only positions in these instruments, by UUID; sent as one comma-separated value.
        page_size: Positions per page, 1 to 1000; 1000 if left out. Ignored where a page token is given.
        page_token: Token of the page wanted, as metadata of another page gave it; opaque. Without one, the
            first page.
        sort_by: What to sort by.
        sort_direction: Whether to sort upwards or downwards.
    """
    return _OPERATION.detailed(
        client,
        _request(
            account_id,
            instrument_ids=instrument_ids,
            page_size=page_size,
            page_token=page_token,
            sort_by=sort_by,
            sort_direction=sort_direction,
        ),
    )


def sync(
    account_id: int,
    *,
    client: Client,
    instrument_ids: list[str] | Unset = UNSET,
    page_size: int | Unset = UNSET,
    page_token: str | Unset = UNSET,
    sort_by: GetPositionsSortBy | Unset = UNSET,
    sort_direction: GetPositionsSortDirection | Unset = UNSET,
) -> PositionGetPositionsResponse:
    """List the open positions of an account

    The open positions, in pages. What a page token does not remember are filters and sorting: send them again
    with every page.

    Args:
        account_id: Id of the account, a whole number.
        instrument_ids: Only positions in these instruments, by UUID; sent as one comma-separated value.
        page_size: Positions per page, 1 to 1000; 1000 if left out. Ignored where a page token is given.
        page_token: Token of the page wanted, as metadata of another page gave it; opaque. Without one, the
            first page.
        sort_by: What to sort by.
        sort_direction: Whether to sort upwards or downwards.
    """
    return _OPERATION.value(
        client,
        _request(
            account_id,
            instrument_ids=instrument_ids,
            page_size=page_size,
            page_token=page_token,
            sort_by=sort_by,
            sort_direction=sort_direction,
        ),
    )


async def asyncio_detailed(
    account_id: int,
    *,
    client: Client,
    instrument_ids: list[str] | Unset = UNSET,
    page_size: int | Unset = UNSET,
    page_token: str | Unset = UNSET,
    sort_by: GetPositionsSortBy | Unset = UNSET,
    sort_direction: GetPositionsSortDirection | Unset = UNSET,
) -> Response[PositionGetPositionsResponse | ErrorEnvelope | Error | RawJson]:
    """List the open positions of an account

    The open positions, in pages. What a page token does not remember are filters and sorting: send them again
    with every page.

    Args:
        account_id: Id of the account, a whole number.
        instrument_ids: Only positions in these instruments, by UUID; sent as one comma-separated value.
        page_size: Positions per page, 1 to 1000; 1000 if left out. Ignored where a page token is given.
        page_token: Token of the page wanted, as metadata of another page gave it; opaque. Without one, the
            first page.
        sort_by: What to sort by.
        sort_direction: Whether to sort upwards or downwards.
    """
    return await _OPERATION.detailed_async(
        client,
        _request(
            account_id,
            instrument_ids=instrument_ids,
            page_size=page_size,
            page_token=page_token,
            sort_by=sort_by,
            sort_direction=sort_direction,
        ),
    )


async def asyncio(
    account_id: int,
    *,
    client: Client,
    instrument_ids: list[str] | Unset = UNSET,
    page_size: int | Unset = UNSET,
    page_token: str | Unset = UNSET,
    sort_by: GetPositionsSortBy | Unset = UNSET,
    sort_direction: GetPositionsSortDirection | Unset = UNSET,
) -> PositionGetPositionsResponse:
    """List the open positions of an account

    The open positions, in pages. What a page token does not remember are filters and sorting: send them again
    with every page.

    Args:
        account_id: Id of the account, a whole number.
        instrument_ids: Only positions in these instruments, by UUID; sent as one comma-separated value.
        page_size: Positions per page, 1 to 1000; 1000 if left out. Ignored where a page token is given.
        page_token: Token of the page wanted, as metadata of another page gave it; opaque. Without one, the
            first page.
        sort_by: What to sort by.
        sort_direction: Whether to sort upwards or downwards.
    """
    return await _OPERATION.value_async(
        client,
        _request(
            account_id,
            instrument_ids=instrument_ids,
            page_size=page_size,
            page_token=page_token,
            sort_by=sort_by,
            sort_direction=sort_direction,
        ),
    )


__all__ = ("asyncio", "asyncio_detailed", "build_request", "parse_response", "sync", "sync_detailed")
