"""What interrupts a close in flight: the unknown outcome is on disk first, then the interruption goes on."""

import asyncio
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from brokerage_positions import Record, UnresolvedTwin

from ..broker import FaultyBroker, faults
from ..clients.calling import Caller

PATIENCE = 10.0
Journaled = Callable[[], list[Record]]


def is_in_flight(broker: FaultyBroker) -> bool:
    return any(entry.method == "DELETE" for entry in broker.log)


async def until_in_flight(broker: FaultyBroker) -> None:
    async with asyncio.timeout(PATIENCE):
        while not is_in_flight(broker):
            await asyncio.sleep(0.005)


@contextmanager
def interrupted_in_flight(broker: FaultyBroker) -> Iterator[None]:
    """Ctrl-C to the main thread, as soon as the broker has the close."""
    main = threading.main_thread().ident
    assert main is not None

    def press() -> None:
        end = time.monotonic() + PATIENCE
        while not is_in_flight(broker) and time.monotonic() < end:
            time.sleep(0.005)
        signal.pthread_kill(main, signal.SIGINT)

    finger = threading.Thread(target=press)
    finger.start()
    try:
        yield
    finally:
        finger.join()


def check(caller: Caller, journaled: Journaled, word: str) -> None:
    (record,) = journaled()
    assert record.state == "unknown"
    assert word in record.detail["why"]
    assert [each.id for each in caller.client.unresolved()] == [record.id]
    with pytest.raises(UnresolvedTwin):
        caller.close()


def test_keyboard_interrupt(caller: Caller, broker: FaultyBroker, journaled: Journaled) -> None:
    broker.plan(faults.delay(after=30), method="DELETE")
    with pytest.raises(KeyboardInterrupt), interrupted_in_flight(broker):
        caller.close()
    check(caller, journaled, "KeyboardInterrupt" if caller.style == "blocking" else "CancelledError")


def test_keyboard_interrupt_between_head_and_body(caller: Caller, broker: FaultyBroker, journaled: Journaled) -> None:
    broker.plan(faults.hang(30), method="DELETE")
    with pytest.raises(KeyboardInterrupt), interrupted_in_flight(broker):
        caller.close_all()
    check(caller, journaled, "KeyboardInterrupt" if caller.style == "blocking" else "CancelledError")


@pytest.mark.parametrize("style", ["asyncio"])
def test_cancellation(caller: Caller, broker: FaultyBroker, journaled: Journaled) -> None:
    broker.plan(faults.delay(after=30), method="DELETE")

    async def cancelled() -> None:
        task = asyncio.ensure_future(caller.closing())
        await until_in_flight(broker)
        task.cancel("enough")
        await task

    with pytest.raises(asyncio.CancelledError, match="enough"):
        caller.run(cancelled())
    check(caller, journaled, "CancelledError")


@pytest.mark.parametrize("style", ["asyncio"])
def test_timeout_of_the_caller(caller: Caller, broker: FaultyBroker, journaled: Journaled) -> None:
    broker.plan(faults.delay(after=30), method="DELETE")

    async def timed_out() -> None:
        async with asyncio.timeout(None) as timeout:
            task = asyncio.ensure_future(until_in_flight(broker))
            task.add_done_callback(lambda _: timeout.reschedule(0.0))
            await caller.closing()

    with pytest.raises(TimeoutError):
        caller.run(timed_out())
    check(caller, journaled, "CancelledError")


@pytest.mark.parametrize("style", ["asyncio"])
def test_a_call_that_is_never_awaited_sends_nothing(caller: Caller, broker: FaultyBroker, journaled: Journaled) -> None:
    caller.closing().close()
    assert (broker.log, journaled()) == ((), [])
