"""The generated clients: an answer as it comes from the wire, to models."""

from collections.abc import Callable
from typing import Any, Final

from serving import serve

from alpaca_broker_client.api.trading import (
    close_all_positions_for_account,
    get_all_positions_for_account,
    get_positions_for_account_by_symbol,
)
from clear_street_client.api.positions import get_positions

_JSON: Final = {"content-type": "application/json"}


def _decoder(operation: Any, status: int = 200) -> Callable[[bytes], Any]:
    return lambda content: operation.parse_response((status, _JSON, content)).parsed


if __name__ == "__main__":
    serve(
        {
            "alpaca_1": _decoder(get_positions_for_account_by_symbol),
            "alpaca": _decoder(get_all_positions_for_account),
            "clear_street": _decoder(get_positions),
            "closed": _decoder(close_all_positions_for_account, 207),
        }
    )
