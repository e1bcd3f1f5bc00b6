"""No amount means anything but itself: what is not allowed is refused, with what it would have done."""

import copy
import json
import pickle
import re
from decimal import Decimal, localcontext
from enum import IntEnum
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brokerage_positions.amounts import (
    ClosePositionRequest,
    expected_change,
    percentage,
    quantity,
    segment,
    wire,
)


class Lots(IntEnum):
    TWO = 2


@pytest.mark.parametrize(
    ("given_value", "sent"),
    [
        ("1", "1"),
        ("0.25", "0.25"),
        ("0.000000001", "0.000000001"),
        ("1.500000000000", "1.5"),
        (7, "7"),
        (Lots.TWO, "2"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E-9"), "0.000000001"),
        (Decimal("100"), "100"),
        ("99999999999999999999.123456789", "99999999999999999999.123456789"),
    ],
)
def test_what_is_allowed_is_sent_in_plain_notation(given_value: Any, sent: str) -> None:
    assert wire(quantity(given_value)) == sent


REFUSED: list[Any] = [
    "", " ", "\t", "0", "0.0", "-1", "+1", "1e-3", "1E3", "NaN", "Infinity", "1,000", "1_000", " 1", "1 ", "1\n", ".5",
    "5.", "007", "00.5", "0x10", "1.2.3", "٣", "１", "½", "1.0000000001", "0.0000000001", "9" * 5000,
    "0." + "0" * 5000 + "1", "−1",
    "None", "null", 0, -1, 10**5000, Decimal(0), Decimal("-0"), Decimal("-1"), Decimal("NaN"), Decimal("sNaN"),
    Decimal("Infinity"), Decimal("1E-10"), Decimal("1E+999999"), Decimal("1E-999999"), Decimal("1.0000000001"),
]  # fmt: skip


@pytest.mark.parametrize("value", REFUSED, ids=lambda value: "long" if isinstance(value, int) else repr(value)[:20])
@pytest.mark.parametrize("reader", [quantity, percentage])
def test_what_is_not_an_amount_is_refused(reader: Any, value: Any) -> None:
    with pytest.raises(ValueError, match=r"Nothing was sent\.") as error:
        reader(value)
    assert len(str(error.value)) < 400


@pytest.mark.parametrize("value", [None, True, False, 1.0, float("nan"), b"1", [1], object()])
@pytest.mark.parametrize("reader", [quantity, percentage])
def test_what_is_of_another_type_is_refused(reader: Any, value: Any) -> None:
    with pytest.raises(TypeError, match=r"Nothing was sent\."):
        reader(value)


def test_a_float_is_told_how_to_write_it() -> None:
    with pytest.raises(TypeError, match=r'such as "0\.1"'):
        quantity(0.1)  # type: ignore[arg-type]


def test_a_percentage_is_of_the_position() -> None:
    assert percentage("100") == 100
    with pytest.raises(ValueError, match=r"over 100.*close_options=None"):
        percentage("100.000000001")


def looks_allowed(value: object) -> bool:
    """Said another way than the code does: a count of billionths, above zero, written plainly."""
    if isinstance(value, str) and not re.match(r"\A([1-9][0-9]*|0)([.][0-9]+)?\Z", value):
        return False
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
        return False
    number = Decimal(value)
    if not number.is_finite() or not Decimal("1E-9") <= number < 10**24:
        return False
    with localcontext(prec=400):
        return number * 10**9 == (number * 10**9).to_integral_value()


@given(
    st.text("0123456789.-+eE_, \nNaInf٣", max_size=12)
    | st.text(max_size=8)
    | st.decimals()
    | st.decimals(places=9)
    | st.integers()
    | st.decimals(0, 1000, places=10).map(str)
)
def test_nothing_but_a_plain_amount_passes_and_it_stays_the_same_number(value: Any) -> None:
    if not looks_allowed(value):
        with pytest.raises(ValueError, match="Nothing was sent"):
            quantity(value)
        return
    number = quantity(value)
    assert number == Decimal(value)
    assert re.fullmatch(r"[0-9]+(\.[0-9]{1,9})?", wire(number))
    assert quantity(wire(number)) == number
    assert wire(Decimal(wire(number))) == wire(number)


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+999999")])
def test_only_numbers_are_written(value: Decimal) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        wire(value)


def test_amounts_do_not_depend_on_the_callers_context() -> None:
    with localcontext(prec=2):
        assert wire(quantity("123456.789")) == "123456.789"
        assert expected_change(ClosePositionRequest(percentage="50"), Decimal("1234.5678")) == (
            Decimal("-617.2839"),
            Decimal("-617.2839"),
        )


class TestRequest:
    def test_exactly_one_of_the_two(self) -> None:
        assert ClosePositionRequest(qty="5").qty == 5
        assert ClosePositionRequest(percentage=50).percentage == 50
        for amounts in ({}, {"qty": None}, {"qty": None, "percentage": None}):
            with pytest.raises(ValueError, match=r"close the whole position\. Nothing was sent"):
                ClosePositionRequest(**amounts)
        with pytest.raises(ValueError, match="both"):
            ClosePositionRequest(qty=1, percentage=1)

    @pytest.mark.parametrize("value", ["", "0", 0, Decimal("NaN"), 0.5, True])
    def test_a_bad_amount_never_becomes_a_request(self, value: Any) -> None:
        for name in ("qty", "percentage"):
            with pytest.raises((ValueError, TypeError), match=rf"{name} .*Nothing was sent"):
                ClosePositionRequest(**{name: value})

    def test_copies_are_checked_too(self) -> None:
        request = ClosePositionRequest(qty="5")
        assert pickle.loads(pickle.dumps(request)) == copy.deepcopy(request) == copy.copy(request) == request
        for changes in ({"qty": None}, {"percentage": "5"}, {"qty": ""}, {"qty": 0}):
            with pytest.raises(ValueError, match="Nothing was sent"):
                attrs.evolve(request, **changes)
        forged = pickle.dumps(ClosePositionRequest(qty=Decimal("5"))).replace(b"5", b"0")
        with pytest.raises(ValueError, match="not above zero"):
            pickle.loads(forged)

    def test_it_cannot_be_changed(self) -> None:
        request = ClosePositionRequest(qty="5")
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            request.qty = None  # type: ignore[misc]
        assert {request: 1}[ClosePositionRequest(qty=Decimal("5.0"))] == 1


@pytest.mark.parametrize(
    ("amount", "held", "least", "greatest"),
    [
        ({}, "100", "-100", "-100"),
        ({}, "-0.000000000001", "0.000000000001", "0.000000000001"),
        ({"qty": "5"}, "100", "-5", "-5"),
        ({"qty": "5"}, "-100", "5", "5"),
        ({"qty": "5"}, "0", "0", "0"),
        ({"percentage": "50"}, "-3", "1.5", "1.5"),
        ({"percentage": "33.333333333"}, "1.0000001", "-0.333333367", "-0.333333366"),
        ({"percentage": "100"}, "1.0000000001", "-1.0000000001", "-1"),
        ({"percentage": "0.000000001"}, "1", "-0.000000001", "0"),
    ],
)
def test_the_expected_change(amount: dict[str, str], held: str, least: str, greatest: str) -> None:
    asked = ClosePositionRequest(**amount) if amount else None
    assert expected_change(asked, Decimal(held)) == (Decimal(least), Decimal(greatest))


@given(st.decimals(-(10**15), 10**15, places=12), st.decimals("0.000000001", 100, places=9))
def test_a_percentage_moves_towards_zero_and_never_past_it(held: Decimal, share: Decimal) -> None:
    least, greatest = expected_change(ClosePositionRequest(percentage=share), held)
    assert least <= -held * share / 100 <= greatest or held == 0
    assert greatest - least <= Decimal("1E-9")
    assert all(0 <= abs(held + moved) <= abs(held) and (held + moved) * held >= 0 for moved in (least, greatest))


def test_a_position_that_is_no_number() -> None:
    with pytest.raises(ValueError, match="not a quantity"):
        expected_change(None, Decimal("NaN"))


@pytest.mark.parametrize(
    "symbol",
    ["AAPL", "BTC/USD", "BRK.B", "AAPL  250620C00100000", "b0b6dd9d-8b9b-48a9-ba46-b9d54906e415", "^SPX", "..A"],
)
def test_a_symbol_goes_through_unchanged(symbol: str) -> None:
    assert segment(symbol) == symbol


@pytest.mark.parametrize(
    "symbol",
    ["", " ", "\t", ".", "..", "../AAPL", "AAPL/..", "AAPL/", "/", "//", "AAPL\n", "AA\x00PL", "AAPL\r\nX: y", " AAPL",
     "A" * 129, "%2e%2e", "..\\", "AAPL?qty=1", "AAPL#", "..;", "ＡＡＰＬ", "AAPL\u202e", "\ud800", " . "],
)  # fmt: skip
def test_a_symbol_that_would_be_another_request_is_refused(symbol: str) -> None:
    with pytest.raises(ValueError, match=r"Nothing was sent\.") as error:
        segment(symbol)
    assert str(error.value).isprintable()
    assert len(str(error.value)) < 300


def test_a_symbol_is_text() -> None:
    with pytest.raises(TypeError, match="Nothing was sent"):
        segment(None)  # type: ignore[arg-type]


def test_the_errors_can_be_logged_as_json() -> None:
    with pytest.raises(ValueError, match="plain number") as error:
        quantity("\ud800")
    assert json.dumps(str(error.value)).isascii()
