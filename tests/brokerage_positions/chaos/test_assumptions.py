"""Where a broker does what no document says, a verdict may be wrong: then its assumptions name just that."""

from pathlib import Path

import pytest

from brokerage_positions import BrokerClient, ClosePositionRequest, Options, OutcomeUnknown, Resolution
from brokerage_positions.clients.core import Connection

from ..broker import ALPACA_ACCOUNT, FaultyBroker, Settings, faults, sample_state


def resolution(journal: Path, settings: Settings, *, lost: faults.Fault, exclusive: bool = True) -> Resolution:
    """Of a close of 5 AAPL that gets no answer."""
    with FaultyBroker(sample_state(settings)) as broker:
        broker.plan(lost, method="DELETE")
        connection: Connection = {"base_url": broker.url_alpaca, "journal": journal, "options": Options(timeout=5)}
        with BrokerClient("test-key", "test-secret", **connection) as client, pytest.raises(OutcomeUnknown) as unknown:
            client.close_position_for_account(ALPACA_ACCOUNT, "AAPL", ClosePositionRequest(qty=5))
        with BrokerClient("test-key", "test-secret", **connection) as other:
            found: Resolution = other.resolve(unknown.value.close_id, exclusive=exclusive, settle=0.1)
            return found


def test_an_order_that_waits_to_be_filled_shows_in_the_available_quantity(tmp_path: Path) -> None:
    waits = Settings(fill_after=None, pending_close_holds=True)
    assert resolution(tmp_path / "1.db", waits, lost=faults.act_then_drop()).kind == "placed"
    assert resolution(tmp_path / "2.db", waits, lost=faults.drop_before_acting()).kind == "not_placed"


def test_at_a_broker_that_does_not_show_it_the_verdict_names_what_it_rests_on(tmp_path: Path) -> None:
    hides = Settings(fill_after=None, pending_close_holds=False)
    found = resolution(tmp_path / "1.db", hides, lost=faults.act_then_drop())
    (verdict,) = found.verdicts
    assert verdict.kind == "not_placed"
    assert any("lowers the available quantity" in assumption for assumption in verdict.assumptions)


def test_without_the_callers_word_nothing_is_taken_for_granted(tmp_path: Path) -> None:
    waits = Settings(fill_after=None, pending_close_holds=True)
    for lost in (faults.act_then_drop(), faults.drop_before_acting()):
        assert resolution(tmp_path / f"{lost.name}.db", waits, lost=lost, exclusive=False).kind == "still_unknown"


def test_a_close_can_be_resolved_long_after_it_was_given_up(tmp_path: Path) -> None:
    with FaultyBroker() as broker:
        broker.plan(faults.drop_before_acting(), method="DELETE")
        connection: Connection = {"base_url": broker.url_alpaca, "journal": tmp_path / "1.db"}
        with BrokerClient("test-key", "test-secret", **connection) as client:
            with pytest.raises(OutcomeUnknown) as unknown:
                client.close_position_for_account(ALPACA_ACCOUNT, "AAPL", ClosePositionRequest(qty=5))
            # No time to settle is the same as all of it gone by.
            assert unknown.value.resolve(exclusive=True, settle=0.0).kind == "not_placed"
