"""No input to a partial close becomes the close of a whole position, or of all positions: judged by the raw request."""

import os
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any, Final, TypeVar
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brokerage_positions import (
    BrokerClient,
    ClearStreet,
    ClosePositionRequest,
    Journal,
    Options,
)

from ..broker import AAPL
from . import values
from .raw import WHOLE, Wire, check_part, check_segment, requests, text_of
from .values import ACCOUNT, NUMBER

FULL: Final = bool(os.environ.get("FULL") or os.environ.get("CHAOS"))
#: Inputs to partial closes, whole closes and reads of one position.
INPUTS: Final = int(os.environ.get("INPUTS") or (100_000 if FULL else 1_500))
F = TypeVar("F", bound=Callable[..., None])


def many(share: float) -> Callable[[F], F]:
    """That part of INPUTS; the same ones every time, unless it is the full run."""
    return settings(
        max_examples=max(50, round(INPUTS * share)),
        derandomize=not FULL,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )


@pytest.fixture(scope="module")
def wire() -> Wire:
    return Wire()


@pytest.fixture(scope="module")
def alpaca(wire: Wire) -> BrokerClient:
    return BrokerClient(
        "test-key", "test-secret", transport=wire, journal=Journal(), options=Options(read_before=False)
    )


@pytest.fixture(scope="module")
def clear_street(wire: Wire) -> ClearStreet:
    return ClearStreet("test-token", transport=wire, journal=Journal(), options=Options(read_before=False))


@many(0.3)
@given(qty=values.amounts)
def test_a_quantity_is_sent_as_asked_or_not_at_all(alpaca: BrokerClient, wire: Wire, qty: Any) -> None:
    sent = requests(wire, lambda: alpaca.close_position_for_account(ACCOUNT, "AAPL", ClosePositionRequest(qty=qty)))
    check_part(sent, "AAPL", qty, None)


@many(0.2)
@given(percentage=values.amounts)
def test_a_percentage_is_sent_as_asked_or_not_at_all(alpaca: BrokerClient, wire: Wire, percentage: Any) -> None:
    def call() -> object:
        return alpaca.close_position_for_account(ACCOUNT, "AAPL", ClosePositionRequest(percentage=percentage))

    sent = requests(wire, call)
    check_part(sent, "AAPL", None, percentage)
    for _, target in sent:
        assert Decimal(target.rpartition(b"=")[2].decode()) <= 100


@many(0.2)
@given(account=values.accounts, symbol=values.names, qty=values.amounts, percentage=st.none() | values.amounts)
def test_no_partial_close_becomes_another_one(
    alpaca: BrokerClient, wire: Wire, account: Any, symbol: Any, qty: Any, percentage: Any
) -> None:
    def call() -> object:
        amount = ClosePositionRequest(qty=qty, percentage=percentage)
        return alpaca.close_position_for_account(account, symbol, amount)

    sent = requests(wire, call)
    check_part(sent, symbol, qty, percentage)
    assert all(str(UUID(text_of(account))).encode() in target for _, target in sent)


@many(0.05)
@given(options=values.amounts)
def test_nothing_in_the_place_of_the_options_is_the_whole_position(
    alpaca: BrokerClient, wire: Wire, options: Any
) -> None:
    sent = requests(wire, lambda: alpaca.close_position_for_account(ACCOUNT, "AAPL", options))
    assert bool(sent) == (options is None)


@many(0.25)
@given(symbol=values.names, at_alpaca=st.booleans(), account=st.just(NUMBER) | values.accounts)
def test_the_close_of_one_position_never_becomes_the_close_of_all(
    alpaca: BrokerClient, clear_street: ClearStreet, wire: Wire, symbol: Any, at_alpaca: bool, account: Any
) -> None:
    def call() -> object:
        if at_alpaca:
            return alpaca.close_position_for_account(ACCOUNT, symbol)
        return clear_street.v1.positions.close_position(symbol, account_id=account)

    sent = requests(wire, call)
    assert len(sent) <= 1
    for method, target in sent:
        assert method == "DELETE"
        found = WHOLE.fullmatch(target)
        assert found, f"{target!r} is not the close of one position"
        check_segment(found.group(2).decode("ascii"), symbol)


class Ticker(str, Enum):  # noqa: UP042 - the kind whose text is not its value
    """As programs have them; ``str()`` of a member is not its value."""

    APPLE = "AAPL"


def test_a_symbol_is_what_was_meant_and_not_what_it_prints(alpaca: BrokerClient, wire: Wire) -> None:
    ((_, target),) = requests(wire, lambda: alpaca.close_position_for_account(ACCOUNT, Ticker.APPLE))
    assert target.endswith(b"/positions/AAPL")


@pytest.mark.parametrize("symbol", [None, True, 0, b"AAPL", ["AAPL"]])
def test_what_is_no_symbol_is_not_made_one(
    alpaca: BrokerClient, clear_street: ClearStreet, wire: Wire, symbol: Any
) -> None:
    for call in (
        lambda: alpaca.close_position_for_account(ACCOUNT, symbol),
        lambda: alpaca.get_open_position_for_account(ACCOUNT, symbol),
        lambda: alpaca.plan_close(ACCOUNT, symbol),
        lambda: clear_street.v1.positions.close_position(symbol, account_id=NUMBER),
    ):
        with pytest.raises(TypeError, match="Nothing was sent"):
            call()
        assert not requests(wire, call)


@pytest.mark.parametrize("qty", ["1", "0.25", 3, Decimal("1.500"), "100.000000001"])
@pytest.mark.parametrize("symbol", ["AAPL", "BTC/USD", "BRK.B", AAPL.id])
def test_what_is_good_is_sent(alpaca: BrokerClient, wire: Wire, symbol: str, qty: Any) -> None:
    sent = requests(wire, lambda: alpaca.close_position_for_account(ACCOUNT, symbol, ClosePositionRequest(qty=qty)))
    assert len(sent) == 1
    check_part(sent, symbol, qty, None)
