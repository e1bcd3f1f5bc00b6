"""Methods that a path does not have are refused with those that it has."""

import httpx
import pytest

from brokerage_positions.sandbox import Sandbox

from .sales import ALPACA, AUTH, CLEAR_STREET, TOKEN


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        (ALPACA, "GET, DELETE"),
        (f"{ALPACA}/AAPL", "GET, DELETE"),
        (CLEAR_STREET, "GET, DELETE"),
        (f"{CLEAR_STREET}/AAPL", "DELETE"),
    ],
)
def test_what_is_allowed_is_said(broker: Sandbox, path: str, allowed: str) -> None:
    alpaca = path.startswith(ALPACA)
    found = httpx.patch(broker.url + path, auth=AUTH if alpaca else None, headers=None if alpaca else TOKEN)
    assert (found.status_code, found.headers["allow"]) == (405, allowed)
    assert broker.errors == []
