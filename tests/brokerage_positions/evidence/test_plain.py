"""What is judged, and the verdict, survive the journal and other processes without loss."""

import copy
import json
import pickle
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from brokerage_positions.amounts import ClosePositionRequest
from brokerage_positions.evidence import (
    Asked,
    Evidence,
    Held,
    OrderSeen,
    Reading,
    Verdict,
    from_plain,
    to_plain,
)

NOON = datetime(2026, 3, 2, 12, 0, 0, 123456, tzinfo=UTC)
HELD = Held("BTC/USD", {"BTCUSD"}, Decimal("-0.100000000"), None, Decimal("64000.5"))
ORDER = OrderSeen({"BTCUSD"}, "buy", None, NOON, "o-1")
VERDICT = Verdict("placed", "AAPL", "because", {"held_before": Decimal("1E+2"), "held_last": None}, ("a",), ("o-1",))
VALUES: list[Any] = [
    HELD,
    Reading(NOON, 12.25, [HELD, evolve(HELD, available=Decimal(1))]),
    Asked("close", {"AAPL"}, ClosePositionRequest(percentage="12.5"), False),
    Asked("close_all", None, None, True),
    ORDER,
    Evidence([ORDER], True, NOON),
    Evidence((), False),
    VERDICT,
    Verdict("still_unknown", None, "no reading", {}),
    ClosePositionRequest(qty=3),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_values_survive(value: Any) -> None:
    through_json = from_plain(json.loads(json.dumps(to_plain(value), allow_nan=False)))
    for again in (through_json, pickle.loads(pickle.dumps(value)), copy.deepcopy(value)):
        assert again == value
        assert hash(again) == hash(value)
        assert to_plain(again) == to_plain(value)
    with pytest.raises((FrozenInstanceError, AttributeError)):
        value.symbol = "MSFT"


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_field_that_is_missing_or_of_another_kind_is_named(value: Any) -> None:
    plain = to_plain(value)
    for name in plain.keys() - {"type"}:
        with pytest.raises(ValueError, match=rf"{plain['type']}: {name}: missing"):
            from_plain({key: part for key, part in plain.items() if key != name})
        with pytest.raises(ValueError, match=rf"{plain['type']}: {name}: "):
            from_plain({**plain, name: {"of": "another kind"}})


def test_a_type_that_is_not_ours_is_refused() -> None:
    with pytest.raises(ValueError, match="none of Asked, "):
        from_plain({"type": "Order"})
    with pytest.raises(ValueError, match="amount: a Held where a ClosePositionRequest belongs"):
        from_plain({**to_plain(VALUES[2]), "amount": to_plain(HELD)})


def test_times_are_kept_in_utc() -> None:
    in_new_york = Reading(NOON.astimezone(timezone(timedelta(hours=-5))), 0.0, ())
    assert to_plain(in_new_york)["at"] == "2026-03-02T12:00:00.123456+00:00"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1E+999999", "1E-999999"])
def test_what_is_no_quantity_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="quantity"):
        evolve(HELD, quantity=Decimal(number))
    with pytest.raises(ValueError, match="available"):
        evolve(HELD, available=Decimal(number))


def test_a_close_of_all_has_no_names_and_no_amount() -> None:
    for names, amount in (({"AAPL"}, None), (None, ClosePositionRequest(qty=1))):
        with pytest.raises(ValueError, match="neither names nor an amount"):
            Asked("close_all", names, amount, False)


def test_a_text_is_no_set_of_names() -> None:
    with pytest.raises(TypeError, match="'AAPL'"):
        evolve(HELD, names="AAPL")


def test_numbers_of_a_verdict_are_a_mapping_that_nobody_changes() -> None:
    numbers = {"held_before": Decimal(1)}
    verdict = evolve(VERDICT, numbers=numbers)
    numbers["held_before"] = Decimal(2)
    assert verdict.numbers == {"held_before": Decimal(1)}
    assert verdict.numbers.get("held_last") is None
