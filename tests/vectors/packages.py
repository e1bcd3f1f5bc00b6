"""The generated package behind each document, and how its operations are called with the arguments of the vectors."""

import asyncio
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Any, Final, get_type_hints

import alpaca_broker_client
import clear_street_client
from alpaca_broker_client.api import trading
from clear_street_client.api import positions
from clear_street_client.models.close_positions_request import ClosePositionsRequest

PACKAGES: Final[Mapping[str, Any]] = {"alpaca-broker": alpaca_broker_client, "clear-street": clear_street_client}
_TAGS: Final[Mapping[str, ModuleType]] = {"alpaca-broker": trading, "clear-street": positions}
_RENAMED: Final = {"getPositionsForAccountBySymbol": "get_positions_for_account_by_symbol"}


def operation(document: str, name: str) -> Any:
    """The module of an operation."""
    return import_module(f"{_TAGS[document].__name__}.{_RENAMED.get(name, name)}")


def client(document: str, url: str, credentials: Mapping[str, str] | None) -> Any:
    """A client as the vector says who it is; without credentials, anonymous."""
    package = PACKAGES[document]
    settings = {"verify_ssl": False}  # on the loopback there is nothing to verify, and certificates take long to load
    match credentials:
        case None:
            return package.Client(url, **settings)
        case {"token": token}:
            return package.AuthenticatedClient(url, token, **settings)
        case _:
            return package.AuthenticatedClient.basic(url, **credentials, **settings)


def call(module: Any, client: Any, given: Mapping[str, Any], *, asynchronous: bool) -> Any:
    """The value of the operation; both ways to call it go over the same wire."""
    if asynchronous:
        return asyncio.run(_async(module, client, given))
    with client:
        return module.sync(client=client, **given)


async def _async(module: Any, client: Any, given: Mapping[str, Any]) -> Any:
    async with client:
        return await module.asyncio(client=client, **given)


def arguments(module: Any, given: Mapping[str, Any]) -> dict[str, Any]:
    """Text becomes what Python takes for it: a whole number, a model; the packages read amounts and ids themselves."""
    hints = get_type_hints(module.build_request)
    return {name: _python(hints[name], value) for name, value in given.items()}


def _python(hint: Any, value: Any) -> Any:
    kinds = getattr(hint, "__args__", (hint,))
    if isinstance(value, dict):
        return ClosePositionsRequest.from_dict(value)
    return int(value) if int in kinds else value
