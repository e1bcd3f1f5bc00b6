"""Which error a failure status is."""

from collections.abc import Mapping
from typing import Final

from brokerage_positions.errors import (
    BadRequest,
    Conflict,
    Exchange,
    Forbidden,
    NotFound,
    RateLimited,
    ServerError,
    StatusError,
    Unauthorized,
    UnprocessableEntity,
)
from brokerage_positions.io.retry import asked_to_wait

STATUS_ERRORS: Final[Mapping[int, type[StatusError]]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    422: UnprocessableEntity,
    429: RateLimited,
}


def failure(exchange: Exchange, money: str) -> StatusError:
    """The error for a failure status, with the broker's own words of it, and of when to come back."""
    kind = STATUS_ERRORS.get(exchange.status, ServerError if exchange.status >= 500 else StatusError)
    said = f": {exchange.message}" if exchange.message else ""
    code = f" (code {exchange.code})" if exchange.code is not None else ""
    error = kind(f"HTTP {exchange.status}{said}{code}", exchange, money=money)
    if isinstance(error, RateLimited):
        error.retry_after = asked_to_wait(exchange.headers)
    return error
