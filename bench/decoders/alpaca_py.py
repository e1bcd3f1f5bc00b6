"""alpaca-py's client, with its transport answered from memory: the SDK's own way from JSON to models."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

from alpaca.broker.client import BrokerClient
from serving import serve

ACCOUNT = UUID(int=1)


def _decoder(call: Callable[["_Answered"], Any]) -> Callable[[bytes], Any]:
    client = _Answered("key", "secret")

    def decode(content: bytes) -> Any:
        client.content = content
        return call(client)

    return decode


class _Answered(BrokerClient):
    content = b""

    def get(self, *args: Any, **kwargs: Any) -> Any:
        return json.loads(self.content)

    delete = get


if __name__ == "__main__":
    serve(
        {
            "alpaca_1": _decoder(lambda client: client.get_open_position_for_account(ACCOUNT, "AAPL")),
            "alpaca": _decoder(lambda client: client.get_all_positions_for_account(ACCOUNT)),
            "closed": _decoder(lambda client: client.close_all_positions_for_account(ACCOUNT)),
        }
    )
