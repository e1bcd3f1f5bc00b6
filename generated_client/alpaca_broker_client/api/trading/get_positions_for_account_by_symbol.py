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

_OPERATION: Final[_wire.Operation[Position | Error, Position]] = _wire.Operation(
    "GET",
    (
        "/v1/trading/accounts/",
        _wire.Parameter("account_id", _wire.UUID_),
        "/positions/",
        _wire.Parameter("symbol_or_asset_id", _wire.STRING),
    ),
    answers=(
        _wire.Answer(200, 200, "json", _wire.model(Position)),
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
) -> Request:
    return _OPERATION.request(
        path=(
            account_id,
            symbol_or_asset_id,
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
) -> Response[Position | Error]:
    """Get one open position of an account

    The open position in one asset, told by its symbol or asset id.

    Args:
        account_id: Id of the brokerage account, a UUID.
        symbol_or_asset_id: Symbol of the asset, or its id. A pair with a cryptocurrency is written BTC/USD, in
            lists also BTCUSD; an option goes by its OSI symbol. One path segment: a slash is sent
            percent-encoded, and an empty value, a dot or two dots would address something else.
    """
    return _OPERATION.detailed(
        client,
        _request(
            account_id,
            symbol_or_asset_id,
        ),
    )


def sync(
    account_id: UUID,
    symbol_or_asset_id: str,
    *,
    client: Client,
) -> Position:
    """Get one open position of an account

    The open position in one asset, told by its symbol or asset id.

    Args:
        account_id: Id of the brokerage account, a UUID.
        symbol_or_asset_id: Symbol of the asset, or its id. A pair with a cryptocurrency is written BTC/USD, in
            lists also BTCUSD; an option goes by its OSI symbol. One path segment: a slash is sent
            percent-encoded, and an empty value, a dot or two dots would address something else.
    """
    return _OPERATION.value(
        client,
        _request(
            account_id,
            symbol_or_asset_id,
        ),
    )


async def asyncio_detailed(
    account_id: UUID,
    symbol_or_asset_id: str,
    *,
    client: Client,
) -> Response[Position | Error]:
    """Get one open position of an account

    The open position in one asset, told by its symbol or asset id.

    Args:
        account_id: Id of the brokerage account, a UUID.
        symbol_or_asset_id: Symbol of the asset, or its id. A pair with a cryptocurrency is written BTC/USD, in
            lists also BTCUSD; an option goes by its OSI symbol. One path segment: a slash is sent
            percent-encoded, and an empty value, a dot or two dots would address something else.
    """
    return await _OPERATION.detailed_async(
        client,
        _request(
            account_id,
            symbol_or_asset_id,
        ),
    )


async def asyncio(
    account_id: UUID,
    symbol_or_asset_id: str,
    *,
    client: Client,
) -> Position:
    """Get one open position of an account

    The open position in one asset, told by its symbol or asset id.

    Args:
        account_id: Id of the brokerage account, a UUID.
        symbol_or_asset_id: Symbol of the asset, or its id. A pair with a cryptocurrency is written BTC/USD, in
            lists also BTCUSD; an option goes by its OSI symbol. One path segment: a slash is sent
            percent-encoded, and an empty value, a dot or two dots would address something else.
    """
    return await _OPERATION.value_async(
        client,
        _request(
            account_id,
            symbol_or_asset_id,
        ),
    )


__all__ = ("asyncio", "asyncio_detailed", "build_request", "parse_response", "sync", "sync_detailed")
