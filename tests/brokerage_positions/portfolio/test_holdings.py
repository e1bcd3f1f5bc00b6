"""Holdings as values: a sequence nobody can change."""

import copy
import pickle
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from brokerage_positions.portfolio import HoldingError, Holdings

from .samples import APPLE, COIN, FOREIGN, SHORT


def test_a_sequence() -> None:
    holdings = Holdings([APPLE, COIN, SHORT])
    assert (len(holdings), holdings[-1], list(holdings)) == (3, SHORT, [APPLE, COIN, SHORT])
    assert holdings[:2] == Holdings([APPLE, COIN]) == Holdings([APPLE]) + Holdings([COIN])
    assert COIN in holdings
    assert SHORT not in holdings[:2]
    assert holdings.index(SHORT) == 2
    assert not Holdings()


def test_nothing_changes_it() -> None:
    rows = [APPLE]
    holdings = Holdings(rows)
    rows.clear()
    assert len(holdings) == 1
    for value, name in ((holdings, "_items"), (APPLE, "quantity")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, ())


def test_it_can_be_hashed_copied_and_pickled() -> None:
    holdings = Holdings([APPLE, SHORT])
    assert len({holdings, copy.deepcopy(holdings), pickle.loads(pickle.dumps(holdings))}) == 1


def test_the_source_is_no_part_of_equality() -> None:
    assert evolve(APPLE, source=None) == APPLE


def test_only_holdings_make_holdings() -> None:
    rows: Any = [APPLE, {"symbol": "AAPL"}]
    with pytest.raises(TypeError, match="not of dict"):
        Holdings(rows)


@pytest.mark.parametrize("amount", [1.5, 5, "5", None, Decimal("NaN"), Decimal("1e38"), Decimal("1e-39")])
def test_a_quantity_is_an_exact_decimal_that_can_be_held(amount: Any) -> None:
    with pytest.raises(HoldingError, match="quantity"):
        evolve(APPLE, quantity=amount)


def test_all_in_dollars() -> None:
    holdings = Holdings([APPLE, FOREIGN])
    assert holdings.in_usd().total().market_value == 1_000
