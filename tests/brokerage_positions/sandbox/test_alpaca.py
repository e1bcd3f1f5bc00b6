"""Alpaca's endpoints, when nothing is planned to go wrong."""

from decimal import Decimal

import httpx
import pytest
from attrs import evolve

from brokerage_positions.sandbox import Sandbox
from brokerage_positions.sandbox.log import ordered
from brokerage_positions.sandbox.state import Settings

from .sales import ALPACA, hold_back
from .samples import AAPL, ALPACA_ACCOUNT, BTC, OPTION, POUND_ACCOUNT


def test_alpaca_lists_positions_with_text_for_numbers(alpaca: httpx.Client) -> None:
    answer = alpaca.get(ALPACA)
    by_symbol = {each["symbol"]: each for each in answer.json()}
    assert by_symbol.keys() == {"AAPL", "TSLA", OPTION.symbol, "BTCUSD"}
    short, option, coins = by_symbol["TSLA"], by_symbol[OPTION.symbol], by_symbol["BTCUSD"]
    assert (short["qty"], short["side"], short["market_value"]) == ("-50", "short", "-8925.0")
    assert (option["asset_class"], option["market_value"]) == ("us_option", "2720.00")
    assert (coins["qty"], coins["market_value"]) == ("0.123456789", "7901.2962243945")
    assert answer.headers["X-RateLimit-Remaining"] == "999"
    assert int(answer.headers["X-RateLimit-Reset"]) % 60 == 0


def test_alpaca_values_an_account_that_is_not_in_dollars_in_both(alpaca: httpx.Client) -> None:
    (held,) = alpaca.get(f"/v1/trading/accounts/{POUND_ACCOUNT}/positions").json()
    assert (held["market_value"], held["swap_rate"], held["usd"]["market_value"]) == ("660.0", "1.5", "440.00")


@pytest.mark.parametrize("name", ["BTC%2FUSD", "BTCUSD", BTC.id])
def test_alpaca_finds_a_position_by_each_of_its_names(alpaca: httpx.Client, name: str) -> None:
    assert alpaca.get(f"{ALPACA}/{name}").json()["asset_id"] == BTC.id


@pytest.mark.parametrize("name", ["NOPE", "BTC/USD", "aapl"])
@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_alpaca_has_no_position_by_another_name(alpaca: httpx.Client, method: str, name: str) -> None:
    answer = alpaca.request(method, f"{ALPACA}/{name}")
    assert (answer.status_code, answer.json()["code"]) == (404, 40410000)


@pytest.mark.parametrize(
    ("query", "sold"),
    [
        ("", "100"),
        ("?qty=5.000000001", "5.000000001"),
        ("?percentage=12.5", "12.5"),
        ("?qty=", "100"),  # The trap in the wire: an empty quantity is no quantity.
        ("?quantity=5", "100"),
    ],
)
def test_alpaca_closes_one_position(broker: Sandbox, alpaca: httpx.Client, query: str, sold: str) -> None:
    answer = alpaca.delete(f"{ALPACA}/AAPL{query}")
    order = answer.json()
    assert answer.status_code == 200
    assert (order["side"], order["qty"], order["order_class"], order["legs"]) == ("sell", sold, "", None)
    assert order["created_at"] == "2026-03-02T15:04:05.123456789Z"
    assert ordered(broker.log, ALPACA_ACCOUNT, "AAPL") == -Decimal(sold)
    left = broker.state.accounts[ALPACA_ACCOUNT].find("AAPL")
    assert (left.quantity if left else 0) == 100 - Decimal(sold)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("qty=5&percentage=5", 422),
        ("qty=0", 422),
        ("qty=-5", 422),
        ("qty=1e-9", 422),
        ("qty=0.0000000001", 422),
        ("qty=NaN", 422),
        ("percentage=100.1", 422),
        ("percentage=0", 422),
        ("qty=100.000000001", 403),
    ],
)
def test_alpaca_refuses_and_places_nothing(broker: Sandbox, alpaca: httpx.Client, query: str, status: int) -> None:
    assert alpaca.delete(f"{ALPACA}/AAPL?{query}").status_code == status
    assert ordered(broker.log) == 0


def test_alpaca_says_what_is_missing_where_orders_hold_a_position(broker: Sandbox, alpaca: httpx.Client) -> None:
    hold_back(broker, ALPACA_ACCOUNT, "99.5")
    assert alpaca.get(f"{ALPACA}/AAPL").json()["qty_available"] == "0.5"
    refusal = alpaca.delete(f"{ALPACA}/AAPL").json()
    quantities = {key: refusal[key] for key in ("code", "available", "existing_qty", "held_for_orders")}
    assert quantities == {"code": 40310000, "available": "0.5", "existing_qty": "100", "held_for_orders": "99.5"}


@pytest.mark.parametrize(
    ("query", "status", "sold"), [("", 403, 0), ("?cancel_orders=false", 403, 0), ("?cancel_orders=true", 200, -100)]
)
def test_alpaca_closes_all_with_an_entry_for_each(
    broker: Sandbox, alpaca: httpx.Client, query: str, status: int, sold: int
) -> None:
    hold_back(broker, ALPACA_ACCOUNT, "1")
    answer = alpaca.delete(ALPACA + query)
    entries = {each["symbol"]: each for each in answer.json()}
    assert answer.status_code == 207
    assert entries.keys() == {"AAPL", "TSLA", OPTION.symbol, "BTC/USD"}
    assert entries["AAPL"]["status"] == status
    assert (entries["TSLA"]["status"], entries["TSLA"]["body"]["side"]) == (200, "buy")
    assert ordered(broker.log, ALPACA_ACCOUNT, "AAPL") == sold
    assert ordered(broker.log, ALPACA_ACCOUNT, "TSLA") == 50
    assert broker.state.accounts[ALPACA_ACCOUNT].positions.keys() == (set() if sold else {AAPL.id})


@pytest.mark.parametrize("ending", ["/", "/.", "/%2E", "//"])
def test_a_path_without_a_name_closes_the_whole_account(broker: Sandbox, ending: str) -> None:
    """So that a client which lets one through is caught.  Sent as bytes: httpx would tidy it up."""
    request = httpx.Request("DELETE", broker.url_alpaca, extensions={"target": (ALPACA + ending).encode()})
    with httpx.Client(auth=("test-key", "test-secret")) as client:
        assert client.send(request).status_code == 207
    assert broker.log[0].target == ALPACA + ending
    assert len(broker.log[0].placed) == 4


def test_a_pending_close_is_filled_as_the_clock_is_advanced(broker: Sandbox, alpaca: httpx.Client) -> None:
    broker.update(lambda state: evolve(state, settings=Settings(fill_after=30)))
    assert alpaca.delete(f"{ALPACA}/AAPL?qty=40").json()["status"] == "accepted"
    broker.advance(29)
    held = alpaca.get(f"{ALPACA}/AAPL").json()
    assert (held["qty"], held["qty_available"]) == ("100", "60")
    broker.advance(1)
    held = alpaca.get(f"{ALPACA}/AAPL").json()
    assert (held["qty"], held["qty_available"]) == ("60", "60")
