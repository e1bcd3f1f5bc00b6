"""A sandbox: a real HTTP server on loopback that plays both brokers' positions endpoints, and misbehaves on command.

    from brokerage_positions.sandbox import Sandbox, faults

    with Sandbox("demo") as sandbox:
        sandbox.plan(faults.act_then_drop(), method="DELETE", nth=1)
        ...                                     # a client of yours, at sandbox.url
        assert sandbox.log[0].placed            # the order was placed, and the answer was lost

It needs ``pip install brokerage-positions[sandbox]``; nothing else of the package imports it.

``state`` (what is held, and its arithmetic), ``alpaca`` and ``clear_street`` (requests to answers) are pure;
``contract`` holds both to the two OpenAPI documents; ``faults`` and ``rewrites`` are values that say what goes wrong;
``scenario`` reads all of these from a file; ``desk`` holds it together; ``control`` answers below ``/_sandbox/``; only
``server`` knows sockets.
"""

from . import faults, files
from .clock import Clock
from .credentials import Credentials
from .faults import Fault
from .log import Entry, ordered
from .plan import Rule
from .running import run, serve
from .sandbox import Sandbox
from .scenario import Scenario, ScenarioError
from .state import Account, Asset, Order, Position, Settings, State, available

__all__ = [
    "Account",
    "Asset",
    "Clock",
    "Credentials",
    "Entry",
    "Fault",
    "Order",
    "Position",
    "Rule",
    "Sandbox",
    "Scenario",
    "ScenarioError",
    "Settings",
    "State",
    "available",
    "faults",
    "files",
    "ordered",
    "run",
    "serve",
]
