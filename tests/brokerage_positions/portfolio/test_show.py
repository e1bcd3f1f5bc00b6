"""Tables to look at: the golden files are meant to be read."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve

from brokerage_positions.portfolio import Holdings

from ...conftest import Golden
from .samples import APPLE, TABLES

PAIRS = Path(__file__).parent / "tables"


def page(holdings: Holdings) -> str:
    """What a notebook shows."""
    return holdings._repr_html_()  # pyright: ignore[reportPrivateUsage]


@pytest.mark.parametrize("name", TABLES)
def test_text(name: str, golden: Golden) -> None:
    golden((str(TABLES[name]) + "\n").encode(), PAIRS / f"{name}.txt")


@pytest.mark.parametrize("name", TABLES)
def test_html(name: str, golden: Golden) -> None:
    golden(page(TABLES[name]).encode(), PAIRS / f"{name}.html")


@pytest.mark.parametrize("name", TABLES)
def test_html_says_what_the_text_says(name: str) -> None:
    """Read back by a parser, so that nothing a broker sends can be markup."""

    class Reader(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.words: list[str] = []
            self.tags: set[str] = set()

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.tags.add(tag)
            assert {key for key, _ in attrs} <= {"style", "scope"}

        def handle_data(self, data: str) -> None:
            self.words += data.split()

    reader = Reader()
    reader.feed(page(TABLES[name]))
    assert reader.tags <= {"div", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"}
    assert reader.words == [word for word in str(TABLES[name]).split() if set(word) != {"-"}]


def test_nothing_a_terminal_would_obey_is_printed() -> None:
    assert str(TABLES["symbols_that_draw"]).replace("\n", "").isprintable()


def test_a_notebook_gets_a_bounded_table_with_the_totals_of_all() -> None:
    holdings = Holdings([APPLE] * 1_000)
    shown = page(holdings)
    assert shown.count(">AAPL<") == 200
    assert "800 more holdings have no row here" in shown
    assert "600,000.00" in shown
    assert str(holdings).count("AAPL") == 1_000


def test_no_digit_of_a_price_or_quantity_is_hidden() -> None:
    shown = str(Holdings([evolve(APPLE, quantity=APPLE.quantity.scaleb(-9), price=APPLE.quantity.scaleb(-12))]))
    assert "0.000000005" in shown
    assert "0.000000000005" in shown


def test_repr_is_short() -> None:
    assert repr(TABLES["two_brokers"]) == "<Holdings: 4 in 2 accounts, USD>"
    assert repr(Holdings()) == "<Holdings: 0 in 0 accounts, no currency>"
