"""Entries of a close-all's answer as they are seen, and as they must never be: none is lost, none is believed."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from brokerage_positions import CloseReport, EntryFailed, Rejected, Unreadable

from ..clients.calling import Style, open_caller


def answered(style: Style, journal: Path, body: Any) -> CloseReport:
    """The report of a close-all that has this answer."""

    def reply(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=[]) if request.method == "GET" else httpx.Response(207, json=body)

    caller = open_caller("alpaca", style, transport=httpx.MockTransport(reply), journal=journal)
    try:
        report: CloseReport = caller.close_all()
        return report
    finally:
        caller.end()


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"symbol": "AAPL", "status": 403, "body": None}, Rejected("AAPL", 403)),
        ({"symbol": "AAPL", "status": 403}, Rejected("AAPL", 403)),
        ({"symbol": "AAPL", "status": 500, "body": {"message": "no"}}, Rejected("AAPL", 500, None, "no")),
        (
            {"symbol": "AAPL", "status": 403, "body": {"code": 1, "message": "no", "available": "-0.5"}},
            Rejected("AAPL", 403, 1, "no", Decimal("-0.5")),
        ),
    ],
)
def test_refusals_as_they_are_seen(style: Style, journal_path: Path, entry: Any, expected: Rejected) -> None:
    assert list(answered(style, journal_path, [entry])) == [expected]


@pytest.mark.parametrize(
    ("entry", "symbol", "order_id"),
    [
        (None, None, None),
        ("AAPL", None, None),
        ([], None, None),
        ({}, None, None),
        ({"symbol": "AAPL"}, "AAPL", None),
        ({"symbol": "AAPL", "status": "200", "body": {"id": "o-1"}}, "AAPL", "o-1"),
        ({"symbol": "AAPL", "status": True, "body": {"id": "o-1"}}, "AAPL", "o-1"),
        ({"status": 200, "body": {"id": "o-1"}}, None, "o-1"),
        ({"symbol": "AAPL", "status": 200, "body": {"id": "o-1"}}, "AAPL", "o-1"),
        ({"symbol": "AAPL", "status": 200, "body": None}, "AAPL", None),
        ({"symbol": 7, "status": 200, "body": {"id": "o-1"}}, None, "o-1"),
        ({"symbol": "AAPL", "status": 403, "body": "no"}, "AAPL", None),
        ({"symbol": "AAPL", "status": 102, "body": {"id": "o-1"}}, "AAPL", "o-1"),
    ],
)
def test_what_is_no_entry_is_kept_as_it_came(
    style: Style, journal_path: Path, entry: Any, symbol: str | None, order_id: str | None
) -> None:
    (found,) = answered(style, journal_path, [entry])
    assert isinstance(found, Unreadable)
    assert (found.symbol, found.order_id, found.raw) == (symbol, order_id, entry)
    assert "may have been placed" in str(EntryFailed(found))
