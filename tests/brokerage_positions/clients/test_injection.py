"""Nothing by accident: no symbol, account or amount becomes another request than the one that was asked for."""

import enum
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import unquote

import httpx
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from brokerage_positions import (
    ClosePositionRequest,
    UnprocessableEntity,
)

from ..broker import AAPL, FaultyBroker
from .calling import QUICK, Caller, Name, Style, open_caller


def deletes(broker: FaultyBroker) -> list[str]:
    return [entry.target for entry in broker.log if entry.method == "DELETE"]


#: No symbol: on the wire, most would be another request, some the close of everything.
NO_SYMBOLS: Final = [
    *("", " ", ".", "..", "/", "a/..", "./a", "%2e%2e", "AAPL?qty=1", "AAPL#", "AAPL;x", "A\\B", "A\r\nX: y"),
    *("A\x00", "ＡＡＰＬ", "A" * 200),
]


NO_ACCOUNTS: Final = [
    *("", "..", "../x", "1/2", "-1", "1 ", "１２", "1?x", "9" * 30),
    *(None, 1.0, True, b"1"),
]


@pytest.mark.parametrize("symbol", NO_SYMBOLS)
def test_no_symbol_becomes_another_request(caller: Caller, broker: FaultyBroker, symbol: str) -> None:
    for ask in (caller.close, caller.plan_one):
        with pytest.raises(ValueError, match="Nothing was sent"):
            ask(symbol)
    assert deletes(broker) == []


@pytest.mark.parametrize("symbol", [None, b"AAPL", 7, ["AAPL"], Ellipsis])
def test_what_is_no_text_is_no_symbol(caller: Caller, broker: FaultyBroker, symbol: Any) -> None:
    for ask in (caller.close, caller.plan_one):
        with pytest.raises(TypeError, match="Nothing was sent"):
            ask(symbol)
    assert broker.log == ()


def test_a_word_of_an_enumeration_is_its_text(caller: Caller, broker: FaultyBroker) -> None:
    class Ours(str, enum.Enum):  # noqa: UP042 - of this kind, str() is not the text
        APPLE = "AAPL"

    caller.close(Ours.APPLE)
    assert deletes(broker)[0].endswith("/AAPL")


@pytest.mark.parametrize(
    "account", ["", "..", "../x", "1/2", "-1", "1 ", "１２", "1?x", None, 1.0, True, b"1", "9" * 30]
)
def test_no_account_becomes_another_request(
    make: Callable[..., Caller], name: Name, style: Style, broker: FaultyBroker, account: Any
) -> None:
    caller = make(name, style)
    caller.account = account
    for ask in (caller.close, caller.close_all, caller.positions, caller.plan_all):
        with pytest.raises((ValueError, TypeError)):
            ask()
    assert broker.log == ()


@pytest.mark.parametrize("options", [0, "", {}, [], False, True, "5", 5, {"qty": 5}, object()])
def test_only_none_is_the_whole_close(alpaca: Caller, broker: FaultyBroker, options: Any) -> None:
    for ask in (alpaca.close, alpaca.plan_one):
        with pytest.raises(TypeError, match="Nothing was sent"):
            ask("AAPL", options)
    assert broker.log == ()


@pytest.mark.parametrize("wanted", ["false", "", 0, 1, [], "true"])
def test_cancel_orders_is_a_truth_value(caller: Caller, broker: FaultyBroker, wanted: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        caller.close_all(wanted)
    assert deletes(broker) == []


AMOUNTS: Final = st.one_of(
    st.none(),
    st.decimals(),
    st.integers(),
    st.floats(),
    st.text("0123456789.eE+-_ ,", max_size=14),
    st.decimals(min_value=0, max_value=200, places=9),
    st.booleans(),
)


SYMBOLS: Final = st.one_of(
    st.sampled_from(["AAPL", "BTC/USD", AAPL.id]), st.text(max_size=8), st.text("./%A?#", max_size=5)
)


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A client whose requests go nowhere, and what it would have sent."""
    sent: list[httpx.Request] = []

    def take(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(422, json={"code": 1, "message": "no"})

    journal = tmp_path_factory.mktemp("wire") / "closes.db"
    caller = open_caller("alpaca", "blocking", transport=httpx.MockTransport(take), journal=journal)
    yield caller, sent
    caller.end()


@settings(max_examples=200)
@given(qty=AMOUNTS, percentage=AMOUNTS, symbol=SYMBOLS)
def test_a_partial_close_is_never_a_whole_one(wire: Any, qty: Any, percentage: Any, symbol: str) -> None:
    caller, sent = wire
    sent.clear()
    amount = None
    try:
        amount = ClosePositionRequest(qty=qty, percentage=percentage)
        caller.close(symbol, amount, options=evolve(QUICK, read_before=False))
    except (ValueError, TypeError):
        assert sent == []
    except UnprocessableEntity:
        (request,) = sent
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        *_, positions, last = path.split("/")
        assert (positions, unquote(last)) == ("positions", symbol)
        name, _, value = query.partition("=")
        assert ClosePositionRequest(**{name: value}) == amount
