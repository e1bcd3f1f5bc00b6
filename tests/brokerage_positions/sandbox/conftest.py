"""A broker that misbehaves only as planned, with a clock that stands still; and a client for each of its two faces."""

from collections.abc import Iterator

import httpx
import pytest

from brokerage_positions.sandbox import Sandbox
from brokerage_positions.sandbox.clock import Clock

from .sales import AUTH, TOKEN
from .samples import sample_state


@pytest.fixture
def broker() -> Iterator[Sandbox]:
    with Sandbox(sample_state(), clock=Clock(running=False)) as running:
        yield running


@pytest.fixture
def alpaca(broker: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=broker.url_alpaca, auth=AUTH) as client:
        yield client


@pytest.fixture
def clear_street(broker: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=broker.url_clear_street, headers=TOKEN) as client:
        yield client
