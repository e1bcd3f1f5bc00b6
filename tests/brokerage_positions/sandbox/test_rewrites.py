"""Answers whose content is wrong, though they arrive."""

import json

import httpx
import pytest

from brokerage_positions.sandbox import Sandbox, faults
from brokerage_positions.sandbox.faults import Fault

from .sales import ALPACA, AUTH, CLEAR_STREET, TOKEN, sell, sold
from .samples import sample_state


def test_a_rate_limit_says_when_to_come_back(broker: Sandbox) -> None:
    broker.plan(faults.rate_limited(retry_after="7", reset_at=1_900_000_000))
    answer = sell(broker)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")
    assert answer.headers.get_list("X-RateLimit-Reset") == ["1900000000"]
    assert sold(broker) == 0


@pytest.mark.parametrize("fault", [faults.html(), faults.empty(), faults.half_json()], ids=lambda fault: fault.name)
def test_a_success_cannot_be_read(broker: Sandbox, fault: Fault) -> None:
    broker.plan(fault)
    answer = sell(broker)
    assert answer.status_code == 200
    assert answer.headers.get("Content-Type", "").startswith("text/html") == (fault.name == "html")
    with pytest.raises(json.JSONDecodeError):
        answer.json()
    assert sold(broker) == 5


def test_one_entry_can_be_spoiled_and_the_others_not(broker: Sandbox) -> None:
    broker.plan(faults.wrong_types(frozenset({"status"}), entry=1), path=ALPACA)
    broker.plan(faults.missing(frozenset({"quantity"}), entry=0), path=CLEAR_STREET)
    entries = httpx.delete(broker.url + ALPACA, auth=AUTH).json()
    assert [entry["status"] for entry in entries] == [200, "seventeen", 200, 200]
    assert entries[1]["body"]["status"] == 17
    orders = httpx.delete(broker.url + CLEAR_STREET, headers=TOKEN).json()["data"]
    assert ["quantity" in order for order in orders] == [False, True, True]


def test_every_field_can_be_spoiled(broker: Sandbox) -> None:
    broker.plan(faults.wrong_types(), nth=1)
    broker.plan(faults.unknown_words(), nth=2)
    broker.plan(faults.nulls(), nth=3)
    wrong, words, nulls = (httpx.get(f"{broker.url}{ALPACA}/AAPL", auth=AUTH).json() for _ in range(3))
    assert (wrong["qty"], wrong["asset_marginable"]) == (17, "seventeen")
    assert (words["side"], words["asset_class"], words["qty"]) == ("word_of_tomorrow", "word_of_tomorrow", "100")
    assert set(nulls.values()) == {None}


def test_a_page_token_repeats_for_ever(broker: Sandbox) -> None:
    broker.plan(faults.repeated_token())
    tokens = [
        httpx.get(f"{broker.url}{CLEAR_STREET}?{query}", headers=TOKEN).json()["metadata"]["next_page_token"]
        for query in ("page_size=1", "page_token=WzAsIDFd")
    ]
    assert tokens == ["WzAsIDFd", "WzAsIDFd"]


def test_a_redirect_leads_elsewhere_and_tells_who_comes_with_a_key(broker: Sandbox) -> None:
    with Sandbox(sample_state()) as elsewhere:
        broker.plan(faults.redirect(f"{elsewhere.url}{ALPACA}/AAPL"))
        answer = httpx.delete(f"{broker.url}{ALPACA}/AAPL", auth=AUTH, follow_redirects=True)
        assert answer.status_code == 401
        assert [entry.method for entry in elsewhere.log] == ["DELETE"]
        assert "authorization" not in dict(elsewhere.log[0].headers)
        assert sold(broker) == sold(elsewhere) == 0


@pytest.mark.parametrize("packed", [True, False])
def test_a_huge_answer_is_still_right(broker: Sandbox, packed: bool) -> None:
    broker.plan(faults.huge(5_000_000, packed))
    with httpx.stream("DELETE", f"{broker.url}{ALPACA}/AAPL?qty=5", auth=AUTH) as answer:
        body = answer.read()
        travelled = answer.num_bytes_downloaded
    assert len(body) > 5_000_000
    assert (travelled < 50_000) == packed
    assert json.loads(body)["qty"] == "5"


def test_a_deep_answer_is_too_deep_for_json(broker: Sandbox) -> None:
    broker.plan(faults.deep())
    with pytest.raises(RecursionError):
        sell(broker).json()
    assert sold(broker) == 5
