"""clearstreet's client: the step of the SDK that follows on its reading of the JSON."""

import json
from typing import Any

import httpx
from clearstreet import ClearStreet
from clearstreet.types.v1 import PositionGetPositionsResponse
from serving import serve

_CLIENT = ClearStreet(api_key="token", base_url="http://127.0.0.1:9")
_ANSWER = httpx.Response(200)


def _decode(content: bytes) -> Any:
    data = json.loads(content)
    return _CLIENT._process_response_data(data=data, cast_to=PositionGetPositionsResponse, response=_ANSWER)


if __name__ == "__main__":
    serve({"clear_street": _decode})
