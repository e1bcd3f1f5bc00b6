"""Another process that uses a journal, and does as it is told: a line in, a line out.

``begin AAPL`` answers the id; ``finish ID STATE``, ``plan ID`` and ``close`` answer ``ok``; each may answer the name of
an error instead.  ``spin`` begins and finishes closes until it is killed, and says so after each.  ``fork`` leaves a
child behind that does nothing, and answers its process id.
"""

import os
import sys
import time
from itertools import count

from brokerage_positions.journal import Journal

from .samples import close


def obey(journal: Journal, line: str) -> str:
    match line.split():
        case ["begin", symbol]:
            intent = close(symbol)
            journal.begin(intent)
            return intent.id
        case ["finish", id, "accepted" | "refused" | "unknown" | "placed" as state]:
            journal.finish(id, state)
        case ["plan", id]:
            journal.consume_plan(id)
        case ["close"]:
            journal.close()
        case ["spin"]:
            spin(journal)
        case ["fork"]:
            return str(os.fork() or idle())
        case other:
            raise AssertionError(other)
    return "ok"


def spin(journal: Journal) -> None:
    for number in count():
        intent = close(f"S{number}")
        journal.begin(intent)
        print("begun", intent.id, flush=True)
        journal.finish(intent.id, "accepted", {"number": number})
        print("finished", intent.id, flush=True)


def idle() -> int:
    time.sleep(60)
    os._exit(0)


def main() -> None:
    with Journal(sys.argv[1]) as journal:
        print("ready", flush=True)
        for line in sys.stdin:
            try:
                answer = obey(journal, line)
            except Exception as error:
                answer = type(error).__name__
            print(answer, flush=True)


if __name__ == "__main__":
    main()
