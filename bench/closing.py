"""``python -m bench.closing``: one close in each of many accounts, of which every other one meets a fault.

The fault of an account is the same for every client, and strikes its first DELETE; a DELETE that is sent again is
answered well.  The vendors' SDKs run beside ours if ``PEERS_PYTHON`` names a Python that has them (alpaca-py,
clearstreet).  At Alpaca 5 of 100 shares are closed, at Clear Street the whole position, by a broker whose orders fill
late and do not lower the available quantity.
"""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from attrs import frozen

from bench.measure import ROOT
from tests.brokerage_positions.broker import AAPL, FaultyBroker, Settings, State, account, faults, position
from tests.brokerage_positions.broker.faults import Fault
from tests.brokerage_positions.broker.state import BrokerName

CLOSES = 1000 if os.environ.get("FULL") else 200
SETTLE = 2.0
_CLOSERS = Path(__file__).parent / "closers"
_FAULTS: tuple[Fault, ...] = (
    *(faults.answer(status, acts) for status in (408, 409, 429, 500, 502, 503, 504, 520) for acts in (True, False)),
    *(
        faults.act_then_drop(),
        faults.act_then_drop(reset=False),
        faults.drop_before_acting(),
        faults.drop_before_reading(),
    ),
    *(faults.act_late(0.5), faults.act_then_cut(), faults.delay(after=0.8), faults.delay(before=0.8)),
    *(faults.html(502), faults.html(), faults.half_json(), faults.empty(), faults.unknown_words(), faults.nulls()),
)
#: A broker that acts and then says that it did not deceives every client alike: not in the mix.
_MIX = tuple(fault for fault in _FAULTS if not (fault.acts == "now" and fault.name in ("answer_409", "answer_429")))


@frozen
class Closer:
    """A client, and the program that closes with it."""

    name: str
    broker: BrokerName
    program: str
    python: str

    def is_there(self) -> bool:
        module = "brokerage_positions" if self.program == "ours" else self.name.split()[0].removesuffix("-py")
        return _run(self.python, "-c", f"import {module}").returncode == 0


@frozen
class Tally:
    """What one client did, by the broker's log."""

    closes: int
    requests: int
    most: int
    repeated: int
    oversold: int
    too_much: int
    wrongly_failed: int
    wrongly_placed: int
    resolved: int
    unknown: int


def main() -> int:
    """Print the table; 1 if our own client sold too much or said anything wrong."""
    print(f"\n{CLOSES} closes at each broker, every other one under a fault (`python -m bench.closing`)")
    print(
        f"  {'':<20}{'DELETEs':>8}{'most of':>9}{'closes sent':>13}{'closes that':>13}{'shares sold':>13}   said of it"
    )
    print(f"  {'':<20}{'':>8}{'a close':>9}{'again':>13}{'oversold':>13}{'too much':>13}")
    held = True
    for closer in _closers():
        if not closer.is_there():
            print(f"  {closer.name:<20}not measured: PEERS_PYTHON names no Python that has it")
            continue
        found = measure(closer)
        print(f"  {closer.name:<20}{_row(found)}")
        if closer.program == "ours":
            held = held and not (found.oversold or found.wrongly_failed or found.wrongly_placed)
    print(f"  {'ok    ' if held else 'BROKEN'} ours: nothing sold twice, nothing said wrongly")
    return 0 if held else 1


def _closers() -> Iterator[Closer]:
    peers = os.environ.get("PEERS_PYTHON", "")
    yield Closer("ours, Alpaca", "alpaca", "ours", sys.executable)
    yield Closer("alpaca-py", "alpaca", "alpaca_py", peers)
    yield Closer("ours, Clear Street", "clear_street", "ours", sys.executable)
    yield Closer("clearstreet", "clear_street", "clearstreet_sdk", peers)


def _row(found: Tally) -> str:
    numbers = f"{found.requests:>8}{found.most:>9}{found.repeated:>13}{found.oversold:>13}{found.too_much:>13}"
    wrongly = (
        f"{found.wrongly_failed} plain errors though it was placed, {found.wrongly_placed} placed though it was not"
    )
    unknown = f"; {found.resolved} unknown and resolved, {found.unknown} left unknown" if found.resolved else ""
    return f"{numbers}   {wrongly}{unknown}"


def measure(closer: Closer) -> Tally:
    """Close once in each account, and count what the broker saw."""
    ids = [
        str(uuid5(NAMESPACE_OID, f"bench {number}")) if closer.broker == "alpaca" else str(100_000 + number)
        for number in range(CLOSES)
    ]
    accounts = {each: account(each, closer.broker, position(AAPL, "100")) for each in ids}
    late = Settings(fill_after=0.0 if closer.broker == "alpaca" else 1.5, pending_close_holds=False)
    chance = random.Random(0)
    with FaultyBroker(State(accounts, late)) as broker:
        for each in ids[::2]:
            broker.plan(chance.choice(_MIX), method="DELETE", path=f"/{each}/", nth=1)
        done = _run(closer.python, str(_CLOSERS / f"{closer.program}.py"), closer.broker, broker.url, str(SETTLE), *ids)
        if done.returncode:
            raise SystemExit(f"{closer.name}: exit {done.returncode}\n{done.stderr}")
        broker.wait_until_idle()
        broker.advance(60)
        said = dict(line.split(" ", 1) for line in done.stdout.splitlines())
        return _tally(broker, said, 5 if closer.broker == "alpaca" else 100)


def _tally(broker: FaultyBroker, said: dict[str, str], asked: int) -> Tally:
    sent = dict.fromkeys(said, 0)
    sold = dict.fromkeys(said, 0)
    for entry in broker.log:
        if entry.method == "DELETE" and entry.account is not None:
            sent[entry.account] += 1
            sold[entry.account] += sum(int(order.quantity) for order in entry.placed)
    final = {each: words.rpartition(" ")[2] for each, words in said.items()}
    return Tally(
        closes=len(said),
        requests=sum(sent.values()),
        most=max(sent.values()),
        repeated=sum(count > 1 for count in sent.values()),
        oversold=sum(quantity > asked for quantity in sold.values()),
        too_much=sum(max(quantity - asked, 0) for quantity in sold.values()),
        wrongly_failed=sum(final[each] == "not_placed" and quantity > 0 for each, quantity in sold.items()),
        wrongly_placed=sum(final[each] == "placed" and not quantity for each, quantity in sold.items()),
        resolved=sum(words in ("unknown placed", "unknown not_placed") for words in said.values()),
        unknown=sum(word == "still_unknown" for word in final.values()),
    )


def _run(python: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(str(ROOT / p) for p in ("overrides", "generated_client")),
    }
    if not python:
        return subprocess.CompletedProcess([], 1, "", "")
    return subprocess.run([python, *arguments], capture_output=True, text=True, env=environment, check=False)


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
