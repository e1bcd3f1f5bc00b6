"""The journal of closes: nothing is sent before it is written down, nothing is forgotten before it is settled.

A journal is one SQLite file (write-ahead log, synchronous), shared by any number of threads and processes on one
machine.  A close is in one of these states:

    open ──▶ accepted      the broker took it
         ──▶ refused       the broker did not
         ──▶ not_sent      not one byte of it left
         ──▶ unknown ──▶ placed       evidence: it was carried out
                     ──▶ not_placed   evidence: it was not
                     ──▶ overridden   a person answered for it, and another was sent

``open`` is in flight while the process that began it lives.  When that process is gone it is as good as ``unknown``:
``Journal.unresolved()`` lists it, and no close that may double it can begin.

Beside the file lie SQLite's own (``-wal``, ``-shm``) and a lock file for each open journal: leave them alone, and copy
a journal with ``sqlite3 closes.db '.backup copy.db'``.  It belongs on a local disk.  Nothing is ever deleted from it.

To read a journal by hand: ``sqlite3 -readonly closes.db 'SELECT id, account, what, asset, state FROM closes'``.

    closes    a row a close, in the order in which they were begun (``seq``)
      id          what it is called in messages, and in ``override``
      broker      alpaca, clear_street
      account     UUID in lower case, or a decimal integer
      what        close (one position), close_all
      asset       JSON array of the names it is known by; NULL for close_all
      request     JSON {method, target, body}: no header, no credential
      asked       JSON of what the caller gave; amounts are text
      before      JSON of what was read of the account beforehand; null if nothing was
      plan_id     the plan it is part of, or NULL
      owner       the open journal that began it; alive while ``<file>.owner-<owner>.lock`` is locked
      created_at  when it was asked for; all times are ISO 8601, UTC, by the wall clock
      state, detail, updated_at   its present state, JSON of what is known of it, since when
      given_up_at when it became unknown, or NULL
    changes   a row for each change of a state: close_id, state, detail (JSON), at
    plans     a row for each plan that was executed: id, executed_at

``PRAGMA user_version`` is the format's version.  A journal of a newer format is refused.
"""

from .errors import (
    IllegalTransition,
    JournalError,
    PlanAlreadyExecuted,
    UnknownRecord,
    UnresolvedTwin,
    UsedAfterFork,
)
from .journal import Journal
from .values import Broker, Intent, Json, Record, State, What

__all__ = [
    "Broker",
    "IllegalTransition",
    "Intent",
    "Journal",
    "JournalError",
    "Json",
    "PlanAlreadyExecuted",
    "Record",
    "State",
    "UnknownRecord",
    "UnresolvedTwin",
    "UsedAfterFork",
    "What",
]
