"""Clear Street's pages: all of them, one at a time, with the filters sent again, and never round and round."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from attrs import evolve

from brokerage_positions import AnswerUnreadable, CloseReport

from ..broker import AAPL, OPTION, TSLA, FaultyBroker, faults
from .calling import QUICK, Caller


def asked(broker: FaultyBroker) -> list[dict[str, list[str]]]:
    return [parse_qs(urlsplit(entry.target).query) for entry in broker.log if entry.method == "GET"]


def test_iterating_asks_for_page_after_page(clear_street: Caller, broker: FaultyBroker) -> None:
    found = clear_street.positions(page_size=1, sort_by="SYMBOL", sort_direction="DESC")
    assert [position.symbol for position in found] == sorted((position.symbol for position in found), reverse=True)
    assert len(found) == 3
    queries = asked(broker)
    tokens = [query.pop("page_token", None) for query in queries]
    assert tokens[0] is None
    assert len({str(token) for token in tokens}) == 3
    assert queries == [{"page_size": ["1"], "sort_by": ["SYMBOL"], "sort_direction": ["DESC"]}] * 3


def test_a_page_is_asked_for_when_it_is_needed(clear_street: Caller, broker: FaultyBroker) -> None:
    positions = clear_street.client.v1.positions.get_positions(clear_street.account, page_size=1)
    assert broker.log == ()

    async def first_of_many() -> object:
        async for position in positions:
            return position
        return None

    found = next(iter(positions)) if clear_street.runner is None else clear_street.run(first_of_many())
    assert found is not None
    assert len(broker.log) == 1


def test_pages(clear_street: Caller, broker: FaultyBroker) -> None:
    positions = clear_street.client.v1.positions.get_positions(clear_street.account, page_size=2)
    pages = clear_street.listed(positions.pages())
    assert [len(page.data) for page in pages] == [2, 1]
    assert pages[0].metadata.next_page_token
    assert pages[0].metadata.request_id
    assert len(clear_street.listed(positions)) == 3  # Every iteration asks anew.
    assert len(broker.log) == 4


def test_one_page(clear_street: Caller, broker: FaultyBroker) -> None:
    positions = clear_street.client.v1.positions.get_positions(clear_street.account, page_size=2)
    page = clear_street.run(positions.first())
    assert (len(page.data), len(broker.log)) == (2, 1)
    token = page.metadata.next_page_token
    rest = clear_street.positions(page_size=2, page_token=token)
    assert len(rest) == 1


def test_a_token_that_repeats_is_an_error(clear_street: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.repeated_token())
    with pytest.raises(AnswerUnreadable, match="go round"):
        clear_street.positions(page_size=1)
    assert len(broker.log) <= 3
    with pytest.raises(AnswerUnreadable, match="go round"):
        clear_street.close("MSFT")
    assert {entry.method for entry in broker.log} == {"GET"}


def test_a_token_that_the_caller_began_with_counts(clear_street: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.repeated_token())
    positions = clear_street.client.v1.positions.get_positions(clear_street.account, page_size=1)
    token = clear_street.run(positions.first()).metadata.next_page_token
    with pytest.raises(AnswerUnreadable, match="go round"):
        clear_street.positions(page_size=1, page_token=token)
    assert len(broker.log) == 2


def test_ids_are_one_value(clear_street: Caller, broker: FaultyBroker) -> None:
    found = clear_street.positions(instrument_ids=[AAPL.id, TSLA.id])
    assert {position.symbol for position in found} == {"AAPL", "TSLA"}
    assert asked(broker) == [{"instrument_ids": [f"{AAPL.id},{TSLA.id}"]}]


@pytest.mark.parametrize(
    ("which", "error"),
    [
        ({"instrument_ids": AAPL.id}, TypeError),
        ({"page_sizes": 1}, TypeError),
        ({"page_size": "1"}, TypeError),
        ({"page_size": True}, TypeError),
    ],
)
def test_filters_that_are_none_are_refused(
    clear_street: Caller, broker: FaultyBroker, which: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        clear_street.positions(**which)
    assert broker.log == ()


def test_closing_reads_every_page(clear_street: Caller, broker: FaultyBroker) -> None:
    # The last of the list: it is found only by someone who reads on.
    report = clear_street.close(OPTION.symbol)
    assert not isinstance(report, CloseReport)
    assert [order.symbol for order in report.data] == [OPTION.symbol]
    assert clear_street.positions(evolve(QUICK, headers={"X-Who": "me"}), page_size=1)
