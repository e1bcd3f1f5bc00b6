"""Clear Street's endpoints, when nothing is planned to go wrong."""

from typing import Any

import httpx
import pytest
from attrs import evolve

from brokerage_positions.sandbox import Sandbox
from brokerage_positions.sandbox.log import ordered
from brokerage_positions.sandbox.state import Settings

from .sales import CLEAR_STREET, hold_back
from .samples import AAPL, CLEAR_STREET_ACCOUNT, OPTION, TSLA


def test_clear_street_lists_positions_in_an_envelope(clear_street: httpx.Client) -> None:
    answer = clear_street.get(CLEAR_STREET).json()
    by_symbol = {each["symbol"]: each for each in answer["data"]}
    assert answer["error"] is None
    assert answer["metadata"]["total_items"] == 3
    assert by_symbol["AAPL"]["unrealized_pnl_pct"] == "14.3389"
    assert (by_symbol["TSLA"]["quantity"], by_symbol["TSLA"]["position_type"]) == ("-50", "SHORT")
    assert by_symbol[OPTION.symbol]["underlying_instrument_id"] == AAPL.id


@pytest.mark.parametrize(
    ("query", "symbols"),
    [
        ({"page_size": "2"}, [["AAPL", OPTION.symbol], ["TSLA"]]),
        ({"page_size": "1", "sort_by": "QUANTITY"}, [["TSLA"], [OPTION.symbol], ["AAPL"]]),
        ({"sort_by": "MARKET_VALUE", "sort_direction": "DESC"}, [["AAPL", OPTION.symbol, "TSLA"]]),
        ({"instrument_ids": f"{TSLA.id},{AAPL.id}", "page_size": "1"}, [["AAPL"], ["TSLA"]]),
    ],
)
def test_clear_street_cuts_a_list_into_pages(
    clear_street: httpx.Client, query: dict[str, str], symbols: list[list[str]]
) -> None:
    found: list[list[str]] = []
    token: dict[str, str] = {}
    for _ in symbols:
        answer = clear_street.get(CLEAR_STREET, params={**query, **token}).json()
        found.append([each["symbol"] for each in answer["data"]])
        token = {"page_token": answer["metadata"]["next_page_token"]}
    assert found == symbols
    assert token == {"page_token": None}


@pytest.mark.parametrize("query", ["page_size=0", "page_size=1001", "page_token=x", "sort_by=COLOUR"])
def test_clear_street_refuses_what_is_no_page(clear_street: httpx.Client, query: str) -> None:
    answer = clear_street.get(f"{CLEAR_STREET}?{query}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, 400)
    assert "data" not in answer.json()


@pytest.mark.parametrize(("body", "symbols"), [(None, {"TSLA", OPTION.symbol}), ({"cancel_orders": True}, None)])
def test_clear_street_closes_all(
    broker: Sandbox, clear_street: httpx.Client, body: dict[str, bool] | None, symbols: set[str] | None
) -> None:
    hold_back(broker, CLEAR_STREET_ACCOUNT, "1")
    answer = clear_street.request("DELETE", CLEAR_STREET, json=body)
    orders: list[dict[str, Any]] = answer.json()["data"]
    assert answer.status_code == 200
    assert {each["symbol"] for each in orders} == (symbols or {"AAPL", "TSLA", OPTION.symbol})
    assert {order.id for order in broker.log[0].placed} == {each["id"] for each in orders}


@pytest.mark.parametrize("name", ["TSLA", TSLA.id])
def test_clear_street_closes_one_and_has_no_part_of_it(broker: Sandbox, clear_street: httpx.Client, name: str) -> None:
    (order,) = clear_street.delete(f"{CLEAR_STREET}/{name}?qty=5").json()["data"]
    assert (order["side"], order["quantity"], order["status"]) == ("BUY", "50", "PENDING_NEW")
    assert clear_street.delete(f"{CLEAR_STREET}/{name}").status_code == 404
    assert ordered(broker.log, CLEAR_STREET_ACCOUNT) == 50


@pytest.mark.parametrize("body", [b"{", b"[]", b'{"cancel_orders": "true"}'])
def test_clear_street_refuses_a_body_it_cannot_read(broker: Sandbox, clear_street: httpx.Client, body: bytes) -> None:
    assert clear_street.request("DELETE", CLEAR_STREET, content=body).status_code == 400
    assert ordered(broker.log) == 0


def test_clear_streets_errors_come_bare_if_asked(broker: Sandbox, clear_street: httpx.Client) -> None:
    broker.update(lambda state: evolve(state, settings=Settings(bare_errors=True)))
    assert clear_street.get("/v1/accounts/1/positions").json().keys() == {"code", "message"}
