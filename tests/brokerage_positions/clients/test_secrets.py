"""A canary: a credential planted in a client is looked for wherever text comes out of it."""

import asyncio
import copy
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from attrs import evolve

from brokerage_positions import (
    Options,
    PositionsError,
    captured,
)
from brokerage_positions.journal import Journal

from ..broker import Clock, Credentials, FaultyBroker, Settings, faults, sample_state
from ..closing.test_interrupted import interrupted_in_flight
from .calling import CLASSES, QUICK, Caller, Name, Style
from .canary import KEY, KEYS, PLANTED, SECRET, everything, planned


@pytest.fixture
def broker() -> Iterator[FaultyBroker]:
    credentials = Credentials(KEY, SECRET, SECRET)
    state = sample_state(Settings(fill_after=None))
    with FaultyBroker(state, credentials=credentials, clock=Clock(running=False)) as running:
        yield running


@pytest.fixture
def caller(make: Callable[..., Caller], name: Name, style: Style) -> Caller:
    return make(name, style, credentials=KEYS[name], options=evolve(QUICK, headers={"X-Who": "me"}))


@pytest.fixture
def looked_for(caplog: pytest.LogCaptureFixture) -> Callable[..., None]:
    """Fails if a planted word is in any of the texts, or was logged."""
    caplog.set_level(logging.DEBUG)
    for library in ("httpx", "httpcore", "asyncio", "brokerage_positions"):
        caplog.set_level(logging.DEBUG, logger=library)

    def look(*texts: str | bytes) -> None:
        for text in texts:
            plain = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
            assert [word for word in PLANTED if word in plain] == []

    return look


@pytest.mark.parametrize("fault", planned("alpaca"))
def test_whatever_the_server_says(
    caller: Caller,
    broker: FaultyBroker,
    looked_for: Callable[..., None],
    journal_path: Path,
    caplog: pytest.LogCaptureFixture,
    fault: str,
) -> None:
    def close_all() -> Any:
        answered_for = tuple(record.id for record in caller.client.unresolved())
        return caller.close_all(options=evolve(QUICK, override=answered_for))

    asks: list[Callable[[], Any]] = [caller.positions, caller.close, close_all, caller.plan_all]
    for method in (None, "DELETE"):
        broker.clear_plan()
        broker.plan(planned(caller.name)[fault], method=method)
        for ask in asks:
            with captured() as exchanges:
                try:
                    found = ask()
                except PositionsError as error:
                    looked_for(*everything(error))
                else:
                    looked_for(repr(found), str(found))
                    looked_for(*(repr(getattr(each, "raw", "")) for each in getattr(found, "entries", ())))
            looked_for(repr(exchanges), *(exchange.content for exchange in exchanges))
            looked_for(*(repr(dict(exchange.headers)) for exchange in exchanges))
    for file in journal_path.parent.iterdir():
        looked_for(file.read_bytes())
    if "header" not in fault and "redirect" not in fault:  # The HTTP library logs the headers of an answer.
        looked_for(caplog.text)


def test_the_client_itself(caller: Caller, looked_for: Callable[..., None], journal_path: Path) -> None:
    caller.positions()
    plan = caller.plan_all()
    report = caller.run(plan.execute())
    looked_for(repr(plan), str(plan), plan.to_json(), repr(report), str(report), pickle.dumps(report))
    seen: set[int] = set()

    def walk(value: Any, depth: int = 0) -> None:
        if id(value) in seen or depth > 6 or isinstance(value, type | Journal):
            return
        seen.add(id(value))
        looked_for(repr(value), str(value))
        inside = {**getattr(value, "__dict__", {})}
        inside |= {name: getattr(value, name, None) for name in getattr(type(value), "__slots__", ())}
        for each in inside.values():
            if not callable(each) or hasattr(each, "__dict__"):
                walk(each, depth + 1)

    walk(caller.client)
    for refuse in (pickle.dumps, copy.copy, copy.deepcopy):
        try:
            copied = refuse(caller.client)
        except TypeError as error:
            looked_for(str(error), repr(error))
        else:
            assert refuse is copy.copy
            looked_for(repr(vars(copied)))
    looked_for(repr(Options(headers={"X-Api-Key": SECRET})))


def test_an_interrupted_call(
    caller: Caller, broker: FaultyBroker, looked_for: Callable[..., None], caplog: pytest.LogCaptureFixture
) -> None:
    for fault in (faults.delay(after=30), faults.hang(30)):
        broker.clear_plan()
        broker.plan(fault, method="DELETE")
        with pytest.raises(KeyboardInterrupt) as raised, interrupted_in_flight(broker):
            caller.close("TSLA" if fault.wire.hold else "AAPL")
        error: BaseException | None = raised.value
        while error is not None:
            looked_for(*everything(error))
            error = error.__cause__ or error.__context__
    looked_for(caplog.text)


def test_a_call_that_is_interrupted_as_it_is_sent(
    make: Callable[..., Caller], name: Name, style: Style, looked_for: Callable[..., None]
) -> None:
    interruption = KeyboardInterrupt if style == "blocking" else asyncio.CancelledError

    def send(request: httpx.Request) -> httpx.Response:
        header = request.headers["authorization"]  # As the frames of an HTTP library hold it.
        try:
            raise LookupError(header)
        except LookupError:
            raise interruption from None if request.method == "GET" else LookupError(header)

    caller = make(name, style, credentials=KEYS[name], transport=httpx.MockTransport(send))
    for ask in (caller.positions, lambda: caller.close(options=evolve(QUICK, read_before=False))):
        with pytest.raises(interruption) as raised:
            ask()
        looked_for(*everything(raised.value))


@pytest.mark.parametrize("bad", [("canary\n", "canary/secret"), ("canary:key", SECRET), ("", SECRET)])
def test_keys_that_cannot_be_sent(name: Name, style: Style, looked_for: Callable[..., None], bad: Any) -> None:
    keys = bad if name == "alpaca" else (f"{SECRET}\r\n",)
    with pytest.raises(ValueError, match="printable") as raised:
        CLASSES[name, style](*keys)
    frames = traceback.TracebackException.from_exception(raised.value, capture_locals=True)
    ours = [frame for frame in frames.stack if "brokerage_positions/clients" in frame.filename]
    looked_for(str(raised.value), *(repr(frame.locals) for frame in ours if "tests" not in frame.filename))


def test_an_address_that_is_refused(name: Name, style: Style, looked_for: Callable[..., None]) -> None:
    for url in (f"https://me:{SECRET}@example.com", f"https://a\n{SECRET}", f"https://example.com?key={SECRET}"):
        with pytest.raises(ValueError, match="base_url") as raised:
            CLASSES[name, style](*KEYS[name], base_url=url)
        looked_for(str(raised.value), repr(raised.value))
