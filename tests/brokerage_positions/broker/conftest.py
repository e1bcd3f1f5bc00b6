"""A broker that misbehaves only as planned, with a clock that stands still; and a client for each of its two faces."""

from collections.abc import Iterator

import httpx
import pytest

from .clock import Clock
from .faulty import FaultyBroker
from .sales import AUTH, TOKEN


@pytest.fixture
def broker() -> Iterator[FaultyBroker]:
    with FaultyBroker(clock=Clock(running=False)) as running:
        yield running


@pytest.fixture
def alpaca(broker: FaultyBroker) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=broker.url_alpaca, auth=AUTH) as client:
        yield client


@pytest.fixture
def clear_street(broker: FaultyBroker) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=broker.url_clear_street, headers=TOKEN) as client:
        yield client
