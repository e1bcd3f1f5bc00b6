"""A plugin for pytest: test your own code against the sandbox.

    def test_my_code(broker_sandbox):
        broker_sandbox.plan(faults.act_then_drop(), method="DELETE")
        my_code(broker_sandbox.url)
        assert broker_sandbox.log[0].placed

One sandbox serves a whole session, on a free port, and is reset before each test.  ``broker_sandbox_scenario`` in
pytest's configuration is what it begins with; ``--broker-sandbox-seed`` replays a failing run.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

if TYPE_CHECKING:
    from brokerage_positions import AsyncBrokerClient, AsyncClearStreet, BrokerClient, ClearStreet
    from brokerage_positions.sandbox import Sandbox, Scenario, State

    Beginning: TypeAlias = str | Path | Scenario | State


def pytest_addoption(parser: pytest.Parser) -> None:
    what = "a shipped scenario, or a TOML file seen from pytest's root"
    parser.addini("broker_sandbox_scenario", what, default="demo")
    parser.getgroup("brokerage-positions").addoption(
        "--broker-sandbox-seed",
        type=int,
        default=0,
        metavar="SEED",
        help="what the broker_sandbox draws prices and planned faults from",
    )


@pytest.fixture(scope="session")
def broker_sandbox_scenario(pytestconfig: pytest.Config) -> "Beginning":
    """What the sandbox begins with.  Override it to give a path, a ``Scenario`` or a ``State``."""
    name: str = pytestconfig.getini("broker_sandbox_scenario")
    return pytestconfig.rootpath / name if name.endswith(".toml") else name


@pytest.fixture(scope="session")
def broker_sandbox_server(broker_sandbox_scenario: "Beginning", pytestconfig: pytest.Config) -> "Iterator[Sandbox]":
    """The sandbox of the session; tests ask for ``broker_sandbox``."""
    from brokerage_positions.sandbox import Sandbox  # the extra is needed from here on

    with Sandbox(broker_sandbox_scenario, seed=pytestconfig.option.broker_sandbox_seed) as sandbox:
        yield sandbox


@pytest.fixture
def broker_sandbox(broker_sandbox_server: "Sandbox", request: pytest.FixtureRequest) -> "Sandbox":
    """A sandbox of both brokers, as in the beginning."""
    broker_sandbox_server.reset()
    seed = broker_sandbox_server.seed
    request.node.add_report_section("setup", "broker_sandbox", f"run again with --broker-sandbox-seed={seed}")
    return broker_sandbox_server


@pytest.fixture
def broker_sandbox_alpaca(broker_sandbox: "Sandbox") -> "Iterator[BrokerClient]":
    """A client of the sandbox's Alpaca."""
    from brokerage_positions import BrokerClient

    keys = broker_sandbox.credentials
    with BrokerClient(keys.alpaca_key, keys.alpaca_secret, base_url=broker_sandbox.url) as client:
        yield client


@pytest.fixture
def broker_sandbox_clear_street(broker_sandbox: "Sandbox") -> "Iterator[ClearStreet]":
    """A client of the sandbox's Clear Street."""
    from brokerage_positions import ClearStreet

    with ClearStreet(broker_sandbox.credentials.clear_street_key, base_url=broker_sandbox.url) as client:
        yield client


@pytest.fixture
def broker_sandbox_alpaca_async(broker_sandbox: "Sandbox") -> "AsyncBrokerClient":
    """The same for asyncio, to be entered with ``async with``."""
    from brokerage_positions import AsyncBrokerClient

    keys = broker_sandbox.credentials
    return AsyncBrokerClient(keys.alpaca_key, keys.alpaca_secret, base_url=broker_sandbox.url)


@pytest.fixture
def broker_sandbox_clear_street_async(broker_sandbox: "Sandbox") -> "AsyncClearStreet":
    """The same for asyncio, to be entered with ``async with``."""
    from brokerage_positions import AsyncClearStreet

    return AsyncClearStreet(broker_sandbox.credentials.clear_street_key, base_url=broker_sandbox.url)
