"""On a real terminal: colours, questions, Ctrl-C, and what a narrow window leaves out."""

import re
from collections.abc import Callable

import pytest

from brokerage_positions import Record

from ..broker import ALPACA_ACCOUNT, FaultyBroker, faults, ordered
from .running import PLANTED, Home
from .terminal import Terminal

GREEN, RED = "\x1b[32m", "\x1b[31m"


def plain(screen: str) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen)


def test_gains_are_green_and_every_column_is_there(home: Home) -> None:
    with Terminal(home, "list") as terminal:
        assert terminal.ended() == 0
    assert re.search(re.escape(GREEN) + r" *\+2,158\.00", terminal.screen)
    assert "Cost basis" in terminal.screen
    assert "Not enough room" not in terminal.screen


def test_no_color_is_obeyed(home: Home) -> None:
    with Terminal(home.with_variables(NO_COLOR="1"), "list") as terminal:
        assert terminal.ended() == 0
    assert GREEN not in terminal.screen
    assert "+2,158.00" in terminal.screen


def test_a_narrow_window_leaves_columns_out_and_cuts_nothing(home: Home) -> None:
    with Terminal(home, "list", columns=90) as terminal:
        assert terminal.ended() == 0
    shown = plain(terminal.screen)
    assert "Cost basis" not in shown.partition("Not enough room for:")[0]
    for text in ("AAPL250620C00100000", "0.123456789", "7,901.2962243945", "+4,181.4567743945"):
        assert text in shown
    assert "…" not in shown
    assert all(len(line) <= 90 for line in shown.splitlines())


def test_a_window_too_narrow_for_the_least_cuts_no_number_and_no_symbol(home: Home) -> None:
    with Terminal(home, "list", columns=40) as terminal:
        assert terminal.ended() == 0
    (row,) = (line for line in plain(terminal.screen).splitlines() if line.strip().startswith("BTCUSD"))
    assert row.split() == ["BTCUSD", "long", "0.123456789", "7,901.2962243945", "+1,728.4567743945"]
    assert "AAPL250620C00100000" in plain(terminal.screen)


def test_text_of_a_broker_cannot_steer_the_terminal(home: Home, broker: FaultyBroker) -> None:
    broker.plan(faults.answer(403, acts=False, body='{"code": 1, "message": "\\u001b[2Jgone"}'))
    for arguments in (("list",), ("close", "AAPL"), ("doctor",)):
        with Terminal(home, *arguments) as terminal:
            assert terminal.ended() == 1
        assert "[2Jgone" in terminal.screen
        assert "\x1b[2J" not in terminal.screen


def test_production_shows_the_plan_and_takes_the_word(home: Home, broker: FaultyBroker) -> None:
    with Terminal(home, "close", "AAPL", "--qty", "2", "--production") as terminal:
        terminal.until("Type close to send: ")
        shown = plain(terminal.screen)
        assert "REAL MONEY" in shown
        assert ALPACA_ACCOUNT in shown
        assert re.search(r"AAPL +long +100 +2 +17,208\.00", shown)
        assert ordered(broker.log) == 0
        terminal.type("close\n")
        assert terminal.ended() == 0
    assert ordered(broker.log, ALPACA_ACCOUNT, "AAPL") == -2
    assert "sell 2" in plain(terminal.screen)


@pytest.mark.parametrize("answer", ["\n", "yes\n", "y\n", "CLOSE ALL\n"])
def test_any_other_word_sends_nothing(home: Home, broker: FaultyBroker, answer: str) -> None:
    with Terminal(home, "close-all", "--production") as terminal:
        terminal.until("Type close to send: ")
        terminal.type(answer)
        assert terminal.ended() == 5
    assert "Nothing was sent" in terminal.screen
    assert ordered(broker.log) == 0


def test_ctrl_c_at_the_question_sends_nothing(home: Home, broker: FaultyBroker) -> None:
    with Terminal(home, "close-all", "--production") as terminal:
        terminal.until("Type close to send: ")
        terminal.interrupt()
        assert terminal.ended() == 130
    assert "No money moved" in terminal.screen
    assert ordered(broker.log) == 0


@pytest.fixture
def slow(broker: FaultyBroker) -> FaultyBroker:
    """A broker that takes its time over one of four closes."""
    broker.plan(faults.delay(after=6.0), method="DELETE", path="TSLA")
    return broker


def test_ctrl_c_during_a_close_is_unknown_and_says_how_to_resolve_it(
    home: Home, slow: FaultyBroker, journaled: Callable[[], list[Record]]
) -> None:
    with Terminal(home, "close-all") as terminal:
        terminal.until("Closing")  # what takes over a second shows a sign of life
        terminal.interrupt()
        assert terminal.ended() == 4
    slow.wait_until_idle(30.0)
    states = {min(record.intent.asset.symbols): record for record in journaled() if record.intent.asset}
    lost = states["TSLA"]
    assert lost.state == "unknown"
    shown = plain(terminal.screen)
    assert "Traceback" not in shown
    assert f"TSLA: OUTCOME UNKNOWN: the order may have been placed (close {lost.id})" in shown
    assert f"positions resolve {lost.id}" in shown
    for symbol in ("AAPL", "AAPL250620C00100000", "BTCUSD"):
        words = "the order was accepted" if symbol in states else "not sent"
        assert f"  {symbol}: {words}" in shown


def test_a_window_closed_during_a_close_leaves_the_journal_told(
    home: Home, slow: FaultyBroker, journaled: Callable[[], list[Record]]
) -> None:
    with Terminal(home, "close", "TSLA") as terminal:
        terminal.until("Closing")
        terminal.hang_up()
        assert terminal.ended() == 4
    slow.wait_until_idle(30.0)
    (record,) = journaled()
    assert (record.state, record.detail) == ("unknown", {"why": "interrupted by KeyboardInterrupt"})


def test_errors_are_red_and_no_key_is_shown(home: Home, broker: FaultyBroker) -> None:
    broker.plan(faults.answer(403))
    with Terminal(home, "list", "--debug") as terminal:
        assert terminal.ended() == 1
    assert RED in terminal.screen
    assert "Traceback" in terminal.screen
    assert not any(secret in terminal.screen for secret in PLANTED)
