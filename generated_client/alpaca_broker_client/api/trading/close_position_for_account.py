# Generated from openapi/alpaca-broker.yaml (sha256 0b1631558de74bb4179d2ca197b63530c537f6e4fad82912be0d643199ddca4e)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

from __future__ import annotations

from decimal import Decimal
from typing import Final
from uuid import UUID

from ... import _wire
from ...client import Client
from ...models.error import Error
from ...models.order import Order
from ...types import UNSET, Request, Response, Unset

_OPERATION: Final[_wire.Operation[Order | Error, Order]] = _wire.Operation(
    "DELETE",
    (
        "/v1/trading/accounts/",
        _wire.Parameter("account_id", _wire.UUID_),
        "/positions/",
        _wire.Parameter("symbol_or_asset_id", _wire.STRING),
    ),
    query=(
        _wire.Parameter("qty", _wire.DECIMAL),
        _wire.Parameter("percentage", _wire.DECIMAL),
    ),
    answers=(
        _wire.Answer(200, 200, "json", _wire.model(Order)),
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
    symbol_or_asset_id: str,
    *,
    qty: Decimal | Unset = UNSET,
    percentage: Decimal | Unset = UNSET,
) -> Request:
    return _OPERATION.request(
        path=(
            account_id,
            symbol_or_asset_id,
        ),
        query=(
            qty,
            percentage,
        ),
    )


#: The request alone, to be sent by other means; `parse_response` reads its answer (status, headers, body).
build_request = _request
parse_response = _OPERATION.read


def sync_detailed(
    account_id: UUID,
    symbol_or_asset_id: str,
    *,
    client: Client,
    qty: Decimal | Unset = UNSET,
    percentage: Decimal | Unset = UNSET,
) -> Response[Order | Error]:
    """Close a position, whole or in part

    Places one order against the open position: all of it, or the part that qty or percentage names. Works for
    long and short positions. Not idempotent: sent twice, a partial close closes twice as much.

    Args:
        account_id: Id of the brokerage account, a UUID.
        symbol_or_asset_id: Symbol of the asset, or its id. A pair with a cryptocurrency is written BTC/USD, in
            lists also BTCUSD; an option goes by its OSI symbol. One path segment: a slash is sent
            percent-encoded, and an empty value, a dot or two dots would address something else.
        qty: How much to close, in shares, contracts or coins: positive for long and short positions alike, up
            to nine decimal places. Never together with percentage. Without either, the whole position is
            closed; an empty value counts as none.
        percentage: How much to close, in percent of the position: over 0 and up to 100, where 50 is one half,
            up to nine decimal places. Never together with qty. Without either, the whole position is closed.
    """
    return _OPERATION.detailed(
        client,
        _request(
            account_id,
            symbol_or_asset_id,
            qty=qty,
            percentage=percentage,
        ),
    )


def sync(
    account_id: UUID,
    symbol_or_asset_id: str,
    *,
    client: Client,
    qty: Decimal | Unset = UNSET,
    percentage: Decimal | Unset = UNSET,
) -> Order:
    """Close a position, whole or in part

    Places one order against the open position: all of it, or the part that qty or percentage names. Works for
    long and short positions. Not idempotent: sent twice, a partial close closes twice as much.

    Args:
        account_id: Id of the brokerage account, a UUID.
        symbol_or_asset_id: Symbol of the asset, or its id. A pair with a cryptocurrency is written BTC/USD, in
            lists also BTCUSD; an option goes by its OSI symbol. One path segment: a slash is sent
            percent-encoded, and an empty value, a dot or two dots would address something else.
        qty: How much to close, in shares, contracts or coins: positive for long and short positions alike, up
            to nine decimal places. Never together with percentage. Without either, the whole position is
            closed; an empty value counts as none.
        percentage: How much to close, in percent of the position: over 0 and up to 100, where 50 is one half,
            up to nine decimal places. Never together with qty. Without either, the whole position is closed.
    """
    return _OPERATION.value(
        client,
        _request(
            account_id,
            symbol_or_asset_id,
            qty=qty,
            percentage=percentage,
        ),
    )


async def asyncio_detailed(
    account_id: UUID,
    symbol_or_asset_id: str,
    *,
    client: Client,
    qty: Decimal | Unset = UNSET,
    percentage: Decimal | Unset = UNSET,
) -> Response[Order | Error]:
    """Close a position, whole or in part

    Places one order against the open position: all of it, or the part that qty or percentage names. Works for
    long and short positions. Not idempotent: sent twice, a partial close closes twice as much.

    Args:
        account_id: Id of the brokerage account, a UUID.
        symbol_or_asset_id: Symbol of the asset, or its id. A pair with a cryptocurrency is written BTC/USD, in
            lists also BTCUSD; an option goes by its OSI symbol. One path segment: a slash is sent
            percent-encoded, and an empty value, a dot or two dots would address something else.
        qty: How much to close, in shares, contracts or coins: positive for long and short positions alike, up
            to nine decimal places. Never together with percentage. Without either, the whole position is
            closed; an empty value counts as none.
        percentage: How much to close, in percent of the position: over 0 and up to 100, where 50 is one half,
            up to nine decimal places. Never together with qty. Without either, the whole position is closed.
    """
    return await _OPERATION.detailed_async(
        client,
        _request(
            account_id,
            symbol_or_asset_id,
            qty=qty,
            percentage=percentage,
        ),
    )


async def asyncio(
    account_id: UUID,
    symbol_or_asset_id: str,
    *,
    client: Client,
    qty: Decimal | Unset = UNSET,
    percentage: Decimal | Unset = UNSET,
) -> Order:
    """Close a position, whole or in part

    Places one order against the open position: all of it, or the part that qty or percentage names. Works for
    long and short positions. Not idempotent: sent twice, a partial close closes twice as much.

    Args:
        account_id: Id of the brokerage account, a UUID.
        symbol_or_asset_id: Symbol of the asset, or its id. A pair with a cryptocurrency is written BTC/USD, in
            lists also BTCUSD; an option goes by its OSI symbol. One path segment: a slash is sent
            percent-encoded, and an empty value, a dot or two dots would address something else.
        qty: How much to close, in shares, contracts or coins: positive for long and short positions alike, up
            to nine decimal places. Never together with percentage. Without either, the whole position is
            closed; an empty value counts as none.
        percentage: How much to close, in percent of the position: over 0 and up to 100, where 50 is one half,
            up to nine decimal places. Never together with qty. Without either, the whole position is closed.
    """
    return await _OPERATION.value_async(
        client,
        _request(
            account_id,
            symbol_or_asset_id,
            qty=qty,
            percentage=percentage,
        ),
    )


__all__ = ("asyncio", "asyncio_detailed", "build_request", "parse_response", "sync", "sync_detailed")
