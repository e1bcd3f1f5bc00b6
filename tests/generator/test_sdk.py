"""SDK methods find their operations by what they do; what is ambiguous or foreign is left out."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.sdk import attach

ONE = "/v1/trading/accounts/{account_id}"
OPERATIONS: list[tuple[str, str, dict[str, Any]]] = [
    (f"{ONE}/positions", "get", {}),
    (f"{ONE}/positions", "delete", {}),
    (f"{ONE}/positions/{{symbol_or_asset_id}}", "get", {"operationId": "getPositionsForAccountBySymbol"}),
    (f"{ONE}/positions/{{symbol}}", "delete", {}),
    (f"{ONE}/orders", "get", {}),
    (f"{ONE}/orders", "post", {}),
    (f"{ONE}/orders", "delete", {}),
    (f"{ONE}/orders/{{order_id}}", "get", {}),
    (f"{ONE}/orders/{{order_id}}", "patch", {}),
    (f"{ONE}/orders/{{order_id}}", "delete", {}),
    (f"{ONE}/account", "get", {}),
    (f"{ONE}/watchlists", "get", {}),
    (f"{ONE}/watchlists", "post", {}),
    ("/v1/accounts", "get", {}),
    ("/v1/accounts/{account_id}", "get", {}),
    ("/v1/accounts/activities", "get", {}),
    ("/v1/assets", "get", {}),
    ("/v1/assets/{symbol_or_asset_id}", "get", {}),
    ("/v1/calendar", "get", {}),
]
METHODS: dict[str, tuple[tuple[str, ...], tuple[str, str] | None]] = {
    "get_all_positions_for_account": (("account_id",), (f"{ONE}/positions", "get")),
    "get_open_position_for_account": (
        ("account_id", "symbol_or_asset_id"),
        (f"{ONE}/positions/{{symbol_or_asset_id}}", "get"),
    ),
    "close_all_positions_for_account": (("account_id",), (f"{ONE}/positions", "delete")),
    "close_position_for_account": (("account_id", "symbol_or_asset_id"), (f"{ONE}/positions/{{symbol}}", "delete")),
    "get_orders_for_account": (("account_id",), (f"{ONE}/orders", "get")),
    "submit_order_for_account": (("account_id", "order_data"), (f"{ONE}/orders", "post")),
    "cancel_orders_for_account": (("account_id",), (f"{ONE}/orders", "delete")),
    "get_order_for_account_by_id": (("account_id", "order_id"), (f"{ONE}/orders/{{order_id}}", "get")),
    "replace_order_for_account_by_id": (("account_id", "order_id"), (f"{ONE}/orders/{{order_id}}", "patch")),
    "cancel_order_for_account_by_id": (("account_id", "order_id"), (f"{ONE}/orders/{{order_id}}", "delete")),
    "get_trade_account_by_id": (("account_id",), (f"{ONE}/account", "get")),
    "list_accounts": ((), ("/v1/accounts", "get")),
    "get_account_by_id": (("account_id",), ("/v1/accounts/{account_id}", "get")),
    "get_account_activities": (("activity_filter",), ("/v1/accounts/activities", "get")),
    "get_all_assets": ((), ("/v1/assets", "get")),
    "get_asset": (("symbol_or_asset_id",), ("/v1/assets/{symbol_or_asset_id}", "get")),
    "get_calendar": ((), ("/v1/calendar", "get")),
    "create_watchlist_for_account": (("account_id",), (f"{ONE}/watchlists", "post")),
    "get_watchlists_for_account": (("account_id",), (f"{ONE}/watchlists", "get")),
    # of no operation here
    "get_order_for_account_by_client_id": (("account_id", "client_id"), None),
    "exercise_options_position_for_account_by_id": (("account_id", "symbol_or_contract_id"), None),
    "close_account": (("account_id",), None),
    "create_journal": (("journal_data",), None),
    "get_clock": ((), None),
    "deprecated_thing": ((), None),
}


def _method(name: str) -> dict[str, Any]:
    parameters = [{"name": each, "required": True} for each in METHODS[name][0]]
    return {"class": "BrokerClient", "method": name, "parameters": parameters}


@given(st.permutations(sorted(METHODS)), st.permutations(OPERATIONS))
def test_each_finds_its_own_in_any_order(names: list[str], operations: list[tuple[str, str, dict[str, Any]]]) -> None:
    matched, unmatched = attach([_method(name) for name in names], operations)
    found = {method["method"]: place for place, method in matched.items()}
    assert found == {name: place for name, (_, place) in METHODS.items() if place}
    assert {method["method"] for method in unmatched} == {name for name, (_, place) in METHODS.items() if not place}


#: An account's trading account is an account too: only the page of the account itself tells the two apart.
ALIKE = {"get_account_by_id"}


@pytest.mark.parametrize("missing", sorted({name for name, (_, place) in METHODS.items() if place} - ALIKE))
def test_never_takes_another_when_its_own_is_missing(missing: str) -> None:
    others = [operation for operation in OPERATIONS if operation[:2] != METHODS[missing][1]]
    _, unmatched = attach([_method(missing)], others)
    assert [method["method"] for method in unmatched] == [missing]


def test_two_methods_that_fit_alike_are_both_left_out() -> None:
    methods = [{"method": "get_position", "parameters": []}, {"method": "list_positions", "parameters": []}]
    assert attach(methods, [("/v1/positions", "get", {})]) == ({}, methods)


def test_a_method_documented_twice_counts_once() -> None:
    matched, unmatched = attach([_method("get_asset"), _method("get_asset")], OPERATIONS)
    assert (len(matched), unmatched) == (1, [])
