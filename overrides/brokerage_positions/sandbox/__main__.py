"""The sandbox as a process: ``python -m brokerage_positions.sandbox --port 8400 --scenario demo --web``.

Prints its address, one line, when it listens; ends at SIGTERM, at SIGINT or after ``--seconds``.  With ``--state`` it
goes on where a process before it stopped: the file is read if it exists and written after every change, so that it
survives a kill; the log grows beside it, in ``FILE.log``.
"""

import argparse
import secrets
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from attrs import evolve

from . import files
from .log import Entry
from .running import MOST_ENTRIES, SEEDS, serve
from .sandbox import Sandbox
from .scenario import ScenarioError, load
from .state import State


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m brokerage_positions.sandbox", description=__doc__)
    options.add_argument("--port", type=int, default=8400, help="0 is any free one")
    options.add_argument("--scenario", default="demo", help="the name of a shipped one, or a TOML file")
    options.add_argument("--seed", type=int, help="what prices and faults are drawn from; without it one is drawn")
    options.add_argument("--web", action="store_true", help="a page to watch, at /_sandbox/")
    options.add_argument("--state", type=Path, help="a file that keeps the state")
    options.add_argument("--plan", type=Path, help="a JSON file of more rules of faults")
    options.add_argument("--seconds", type=float, help="live no longer than this")
    given = options.parse_args()
    seed: int = secrets.randbelow(SEEDS) if given.seed is None else given.seed
    try:
        scenario = load(given.scenario)
        if given.plan is not None:
            scenario = evolve(scenario, rules=(*scenario.rules, *files.read_plan(given.plan)))
        make = partial(Sandbox, port=given.port, seed=seed, web=given.web)
        if given.state is None:
            sandbox = make(scenario, most_entries=MOST_ENTRIES)
        else:
            log = given.state.with_name(f"{given.state.name}.log")
            if given.state.exists():
                scenario = evolve(scenario, state=files.read_state(given.state), relative=False)
            past = files.read_log(log)
            files.write_log(past, log)
            sandbox = make(scenario, past=past, watch=keeper(given.state, log))
        serve(sandbox, seconds=given.seconds, say=partial(print, flush=True))
    except (ScenarioError, OSError) as error:
        print(f"the sandbox cannot run: {error}", file=sys.stderr)
        return 2
    return 0


def keeper(path: Path, log: Path) -> Callable[[State, Entry], None]:
    """Writes every change; the state before the log, so that the log never tells of what is not in the state."""
    kept: State | None = None

    def keep(state: State, entry: Entry) -> None:
        nonlocal kept
        if state is not kept:
            files.write_state(state, path)
            kept = state
        files.append_entry(entry, log)

    return keep


if __name__ == "__main__":
    sys.exit(main())
