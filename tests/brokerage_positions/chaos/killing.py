"""A client in a process of its own, which is killed while it closes positions."""

import asyncio
import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from attrs import define, evolve, field

from brokerage_positions import Journal

from .calls import Attempt, Desk
from .clients import make
from .orders import Asking
from .trader import trade
from .world import LATE, World

#: A broker without delays has acted by then, whoever has gone.
SETTLE: Final = LATE + 0.1
_PROCESSES: Final = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload([f"{__package__}.preload"])


def _main(told: Connection, world: World, accounts: list[str], url: str, path: Path) -> None:
    """Trade in all the accounts at once, and say so: what is to be asked, and what came of it."""

    async def everybody() -> None:
        with ThreadPoolExecutor(4) as threads, Journal(path) as journal:
            desk = Desk(world, journal, threads, told.send, SETTLE)
            mine = [one for one in world.accounts if one.id in accounts]
            made = [make(one.broker, url, path, blocking=number % 2 == 0) for number, one in enumerate(mine)]
            trading = (trade(desk, c, one.id, one.broker, 0, 50) for c, one in zip(made, mine, strict=True))
            try:
                await asyncio.gather(*trading)
                told.send("done")
            except AssertionError as wrong:
                told.send(wrong)
            await asyncio.sleep(60)

    asyncio.run(everybody())


@define
class Child:
    """The process, and what it said.  ``attempts`` by tag; one that was asked and never told of has no ids yet."""

    process: Any
    heard: Connection
    attempts: dict[str, Attempt] = field(factory=dict[str, Attempt])
    done: bool = False

    def listen(self, seconds: float = 0.0) -> bool:
        """Take in what was said; whether there may be more."""
        try:
            while self.heard.poll(seconds):
                said = self.heard.recv()
                seconds = 0.0
                if isinstance(said, Asking):
                    self.attempts[said.tag] = Attempt(said)
                elif isinstance(said, Attempt):
                    self.attempts[said.asking.tag] = said
                elif isinstance(said, AssertionError):
                    raise said
                else:
                    self.done = True
        except (EOFError, OSError):  # it was killed, perhaps in the middle of a word
            return False
        return True

    def kill(self) -> None:
        """``kill -9``, and hear what it had still said."""
        self.process.kill()
        self.process.join(30)
        while self.listen(1.0):
            pass


def start(world: World, accounts: list[str], url: str, path: Path) -> Child:
    """A child that trades; ``listen`` hears how far it is."""
    heard, told = _PROCESSES.Pipe(duplex=False)
    # The rules of faults are the broker's; the child needs to know only who holds what.
    process = _PROCESSES.Process(target=_main, args=(told, evolve(world, rules=()), accounts, url, path), daemon=True)
    process.start()
    told.close()
    return Child(process, heard)
