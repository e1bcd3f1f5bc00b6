"""Our clients, blocking and on asyncio, do every operation under every fault: it ends, and tells what was done."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final

import pytest

from brokerage_positions import ClosePositionRequest, OutcomeUnknown, PositionsError
from brokerage_positions.errors import CloseAccepted
from brokerage_positions.sandbox import Sandbox
from brokerage_positions.sandbox.faults import FAULTS, Fault

from ..clients.calling import NAMES, STYLES, Caller, Name, Style, open_caller

#: Arguments for those that need some, or would take long or much without.
ARGUMENTS: Final[dict[str, dict[str, Any]]] = {
    "hang": {"seconds": 0.1},
    "answer": {"status": 504},
    "act_late": {"seconds": 30},
    "act_in_part": {"orders": 1},
    "trickle": {"piece": 200, "pause": 0.0},
    "missing": {"fields": ["symbol"]},
    "redirect": {"location": "/elsewhere"},
    "huge": {"size": 1 << 16},
}
OPERATIONS: Final[dict[str, Callable[[Caller], Any]]] = {
    "list": lambda caller: caller.positions(),
    "one": lambda caller: caller.run(caller.client.get_open_position_for_account(caller.account, "AAPL")),
    "part": lambda caller: caller.close("TSLA", ClosePositionRequest(qty="5")),
    "whole": lambda caller: caller.close("TSLA"),
    "all": lambda caller: caller.close_all(),
}
ONLY_ALPACA: Final = ("one", "part")


@cache
def fault(name: str) -> Fault:
    return FAULTS[name](**ARGUMENTS.get(name, {}))


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox("demo") as running:
        yield running


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("broker", "operation"), [(b, o) for b in NAMES for o in OPERATIONS if b == "alpaca" or o not in ONLY_ALPACA]
)
def test_it_ends_and_what_was_placed_is_never_denied(
    sandbox: Sandbox, broker: Name, operation: str, style: Style, name: str, tmp_path: Any
) -> None:
    sandbox.reset()
    keys = sandbox.credentials
    account = next(each for each in sandbox.state.accounts.values() if each.broker == broker)
    caller = open_caller(
        broker,
        style,
        account=account.id,
        base_url=sandbox.url,
        journal=tmp_path / "closes.db",
        credentials=(keys.alpaca_key, keys.alpaca_secret) if broker == "alpaca" else (keys.clear_street_key,),
    )
    sandbox.plan(fault(name), times=1)
    try:
        OPERATIONS[operation](caller)
        said = "done"
    except (OutcomeUnknown, CloseAccepted):
        said = "perhaps"
    except PositionsError:
        said = "not done"
    finally:
        caller.end()
    sandbox.wait_until_idle()
    closes = [entry for entry in sandbox.log if entry.method == "DELETE"]
    placed = any(entry.placed for entry in closes)
    assert [entry.fault for entry in sandbox.log].count(fault(name).name) == 1
    assert len(closes) <= 1
    if operation in ("list", "one"):
        assert not closes
    elif said != "perhaps":
        assert placed == (said == "done")
