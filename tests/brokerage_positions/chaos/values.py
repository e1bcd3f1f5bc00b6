"""Anything at all, as somebody may hand it over for an amount, a symbol or an account."""

import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final
from uuid import UUID

from hypothesis import strategies as st

from ..broker import AAPL
from .liars import Anything, LyingDecimal, LyingInt, LyingText, StubbornText

#: Accounts that no other test uses: what one leaves unresolved in memory would hinder the others.
ACCOUNT: Final = "3f6a9f0e-6a57-4f0c-9d5e-0f4c2b1a7d88"
NUMBER: Final = 424242

_ODD: Final[list[Any]] = [
    *("", " ", "0", "-0", "+1", "1 ", "\t1", "1e3", "1E-9", "1_000", "1,5", ".5", "5.", "00", "007", "0x1", "NaN"),
    *(
        "sNaN",
        "Infinity",
        "-1",
        "٣",
        "１",
        "²",
        "½",
        "1\n",
        "1\r\nX: y",
        "1\x00",
        "1&qty=",
        "1#",
        "None",
        "null",
        "all",
    ),
    *("0.0000000001", "0.000000001", "100", "100.000000001", "9" * 24, "9" * 25, "\ud800", "%31", "\u200b1", "1\u2028"),
    *(None, True, False, 0, 1, -1, 10**30, 10**5000, 0.0, 1.0, -1.0, math.nan, math.inf, 5e-324, 1j, b"1", b"", ()),
    *(Fraction(1, 3), [], {}, ..., NotImplemented, object(), Anything(""), Anything("1"), Anything("\r\n")),
    *(Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), Decimal("1E+999999"), Decimal("1E-999999")),
    *(Decimal("0E+99999"), Decimal("-0"), Decimal("1E+3"), Decimal("1.000000000000"), Decimal("0.1E-8")),
    *(
        LyingText(""),
        LyingText("5"),
        LyingText("../"),
        StubbornText("7"),
        StubbornText(""),
        LyingInt(5),
        LyingInt(0),
        LyingDecimal("5"),
        LyingDecimal("0"),
    ),
]
_ODD_NAMES: Final[list[Any]] = [
    *("", ".", "..", "/", "//", "./", "../", "/..", "AAPL/..", "../AAPL", "AAPL/../..", "AAPL/.", "AAPL/", "/AAPL"),
    *(
        "%2e",
        "%2E%2e",
        ".%2e",
        "%2F",
        "%",
        "AAPL%00",
        "AAPL?qty=1",
        "?",
        "#",
        "AAPL#",
        "AAPL;x",
        ";",
        "\\..\\",
        "AAPL\\",
    ),
    *("\r\n", "AAPL\r\nHost: x", "\x00", "AAPL\x00", " ", "\t", "AAPL ", " AAPL", "\ud800", "ＡＡＰＬ", "．", "‥", "…"),
    *("A" * 128, "A" * 129, "A" * 100_000, "BTC/USD", "BTCUSD", "BRK.B", "AAPL", AAPL.id, "AAPL  250620C00100000"),
    *(UUID(AAPL.id), UUID(int=0), LyingText(""), LyingText(".."), LyingText("AAPL"), StubbornText("AAPL")),
    *(
        StubbornText(""),
        StubbornText("."),
        StubbornText(".."),
        StubbornText("TSLA"),
        StubbornText("\r\n"),
        None,
        0,
        True,
        b"AAPL",
        b"",
        ...,
    ),
    *(Anything(""), Anything(".."), Anything("AAPL"), (), [], ["AAPL"], {}, "a=b", "AAPL,MSFT", "@", "~", "*", "~root"),
]
_ODD_ACCOUNTS: Final[list[Any]] = [
    *("", ".", "..", "/", ACCOUNT.upper(), f"{{{ACCOUNT}}}", f"urn:uuid:{ACCOUNT}", "19816"),
    *(None, 0, -1, True, LyingText(""), LyingText(ACCOUNT), Anything(ACCOUNT), UUID(int=0), b"19816"),
]

_numbers: Final[tuple[st.SearchStrategy[Any], ...]] = (
    st.integers(),
    st.floats(),
    st.decimals(),
    st.decimals(min_value=0, max_value=1000, places=9),
    st.fractions(),
    st.builds(Decimal, st.tuples(st.integers(0, 1), st.lists(st.integers(0, 9)).map(tuple), st.integers(-40, 40))),
)
_plain: Final = st.from_regex(r"\A(0|[1-9][0-9]{0,6})(\.[0-9]{1,12})?\Z")
_digits: Final = st.text(st.characters(categories=("Nd", "Nl", "No", "Zs", "Cf", "Pd", "Po")), max_size=8)
_texts: Final = (
    st.text(st.characters(), max_size=12) | _digits | _plain | st.text("0123456789.-+eE_, %&?#\r\n", max_size=8)
)
_path: Final = st.text("AaBb.:/%2eE\\?#;@\r\n\x00\t ~é", max_size=12)


def _as(kind: Callable[[Any], Any], values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return values.map(kind)


amounts: Final[st.SearchStrategy[Any]] = st.one_of(
    st.sampled_from(_ODD),
    *_numbers,
    _texts,
    st.binary(max_size=4),
    _as(LyingText, _texts),
    _as(StubbornText, _texts),
    _as(LyingInt, st.integers()),
    _as(LyingDecimal, st.decimals()),
    _as(Anything, _texts),
)
names: Final[st.SearchStrategy[Any]] = st.one_of(
    st.sampled_from(_ODD_NAMES),
    _path,
    st.text(st.characters(), max_size=12),
    _as(LyingText, _path),
    _as(StubbornText, _path),
    amounts,
)
accounts: Final[st.SearchStrategy[Any]] = st.one_of(
    st.sampled_from([ACCOUNT, ACCOUNT, UUID(ACCOUNT), *_ODD_ACCOUNTS]), names
)
