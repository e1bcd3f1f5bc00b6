"""What may be journaled: plain, whole, and nothing that is secret."""

import copy
import pickle
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from brokerage_positions.journal import Intent
from brokerage_positions.symbols import asset

from .samples import close


def an_intent(**other: Any) -> Intent:
    given: dict[str, Any] = {
        "broker": "alpaca",
        "account": "7",
        "what": "close",
        "asset": asset("AAPL"),
        "request": {},
        "asked": {},
    }
    return Intent(**(given | other))


@pytest.mark.parametrize(
    "wrong",
    [
        {"broker": "robin"},
        {"account": ""},
        {"account": "abc"},
        {"account": "-7"},
        {"account": "٧"},
        {"what": "open"},
        {"asset": None},
        {"what": "close_all"},
        {"request": {"method": "DELETE", "headers": {"Authorization": "Basic ..."}}},
        {"asked": {"qty": float("nan")}},
        {"created_at": datetime(2026, 1, 1)},
    ],
)
def test_what_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        an_intent(**wrong)


@pytest.mark.parametrize("value", [{"qty": Decimal(5)}, {"at": datetime(2026, 1, 1)}, {"names": {"AAPL"}}])
def test_only_plain_json_is_kept(value: object) -> None:
    with pytest.raises(TypeError):
        an_intent(asked=value)


def test_what_is_given_is_copied() -> None:
    asked = {"names": ["AAPL"]}
    intent = an_intent(asked=asked)
    asked["names"].append("MSFT")
    assert intent.asked == {"names": ["AAPL"]}


def test_accounts_and_times_have_one_spelling() -> None:
    at = datetime(2026, 1, 1, 2, tzinfo=timezone(timedelta(hours=2)))
    intent = an_intent(account="904837E3-3B76-47EC-B432-046DB621571B", created_at=at)
    assert intent.account == "904837e3-3b76-47ec-b432-046db621571b"
    assert intent.created_at.isoformat() == "2026-01-01T00:00:00+00:00"


def test_every_intent_has_its_own_id_and_time() -> None:
    before = datetime.now(UTC)
    one, two = close(), close()
    assert one.id != two.id
    assert before <= one.created_at <= two.created_at


def test_an_intent_is_a_value() -> None:
    intent = close()
    assert copy.deepcopy(intent) == pickle.loads(pickle.dumps(intent)) == intent
    assert {intent: 1}[copy.copy(intent)] == 1
    with pytest.raises(ValueError, match="close of all"):
        evolve(intent, asset=None)
