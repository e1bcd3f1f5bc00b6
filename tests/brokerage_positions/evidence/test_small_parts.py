"""A part so small that it may be rounded to nothing leaves no trace: its absence cannot be read off a position."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from brokerage_positions import ClosePositionRequest
from brokerage_positions.evidence import Asked, Held, Reading, judge

HELD = Held("AAPL", frozenset({"AAPL"}), Decimal(10), Decimal(10))
ASKED_AT = datetime(2026, 1, 2, 15, tzinfo=UTC)


@pytest.mark.parametrize(("percentage", "kind"), [("0.000000001", "still_unknown"), ("1", "not_placed")])
def test_a_part_that_may_be_nothing_is_never_called_not_placed(percentage: str, kind: str) -> None:
    asked = Asked("close", HELD.names, ClosePositionRequest(percentage=percentage), cancel_orders=False)
    reads = [Reading(ASKED_AT + timedelta(seconds=at), at, (HELD,)) for at in (1.0, 62.0)]
    verdict = judge(
        asked,
        HELD,
        reads,
        asked_at=ASKED_AT,
        given_up=0.0,
        exclusive=True,
        available_shows_orders=False,
        fills_within=0.0,
    )
    assert verdict.kind == kind, verdict.reason
