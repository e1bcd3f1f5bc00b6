"""An answer that says yes and cannot be read: the order was placed, is not sent again, and what can be read is kept."""

from collections.abc import Callable
from typing import Final

import pytest

from brokerage_positions import CloseAccepted, ClosePositionRequest, Placed, Record

from ..broker import FaultyBroker, faults
from ..broker.faults import Fault
from ..clients.calling import Caller

UNREADABLE: Final[dict[str, Fault]] = {
    "html": faults.html(),
    "empty": faults.empty(),
    "no content": faults.empty(204),
    "half": faults.half_json(),
    "another 2xx": faults.answer(202),
    "cut, with a length": faults.act_then_cut(),
    "cut, in chunks": faults.act_then_cut(framing="chunked"),
    "cut, without a sign": faults.act_then_cut(framing="until_close"),
    "head alone": faults.act_then_cut(share=0.0),
    "deep": faults.deep(),
    "another type": faults.answer(200, body='"yes"'),
}


@pytest.mark.parametrize("answer", UNREADABLE)
@pytest.mark.parametrize("everything", [False, True], ids=["one", "all"])
def test_what_is_accepted_is_not_sent_again(
    caller: Caller, broker: FaultyBroker, journaled: Callable[[], list[Record]], everything: bool, answer: str
) -> None:
    broker.plan(UNREADABLE[answer], method="DELETE")
    with pytest.raises(CloseAccepted) as raised:
        caller.close_all() if everything else caller.close()
    text = str(raised.value)
    assert "accepted" in text
    assert "Do not send it again" in text
    assert sum(entry.method == "DELETE" for entry in broker.log) == 1
    assert [record.state for record in journaled()] == ["accepted"]


def test_a_partial_close_too(alpaca: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.html(), method="DELETE")
    with pytest.raises(CloseAccepted) as raised:
        alpaca.close(amount=ClosePositionRequest(qty=5))
    assert raised.value.content.startswith(b"<!DOCTYPE")


@pytest.mark.parametrize("framing", ["length", "chunked", "until_close"])
def test_every_complete_entry_of_a_cut_answer_is_kept(
    caller: Caller, broker: FaultyBroker, framing: faults.Framing
) -> None:
    broker.plan(faults.act_then_cut(share=0.8, framing=framing), method="DELETE")
    with pytest.raises(CloseAccepted) as raised:
        caller.close_all()
    entries = raised.value.entries
    placed = [order.id for entry in broker.log for order in entry.placed]
    assert 1 < len(entries) < len(placed)
    assert all(isinstance(entry, Placed) for entry in entries)
    assert [entry.order_id for entry in entries] == placed[: len(entries)]


def test_the_order_of_a_cut_answer_is_kept(clear_street: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.act_then_cut(share=0.97), method="DELETE")
    with pytest.raises(CloseAccepted) as raised:
        clear_street.close()
    (order,) = (order for entry in broker.log for order in entry.placed)
    assert [str(kept.id) for kept in raised.value.entries] == [order.id]


def test_an_unknown_word_is_no_reason_to_lose_an_order(caller: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.unknown_words(), method="DELETE")
    found = caller.close()
    (order,) = (order for entry in broker.log for order in entry.placed)
    assert str((found if caller.name == "alpaca" else found.data[0]).id) == order.id
