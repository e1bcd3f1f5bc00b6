"""A state, a plan and a log as JSON: for a broker that runs as a process of its own."""

import json
import os
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

from attrs import Attribute, AttrsInstance, asdict

from .log import Entry
from .plan import Rule
from .scenario import read_rule
from .state import Account, Asset, Order, Position, Settings, State

#: What ``json.loads`` gives; a file that does not fit fails with the constructor's own error.
Parsed: TypeAlias = dict[str, Any]


def plain(_owner: type, _attribute: "Attribute[Any]", value: object) -> object:
    """Decimals as text, and bytes one character each."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.decode("latin-1") if isinstance(value, bytes) else value


def as_json(value: AttrsInstance) -> str:
    return json.dumps(asdict(value, value_serializer=plain))


def write_state(state: State, path: Path) -> None:
    """Whole or not at all: a reader, or a process that is killed, never leaves half of it."""
    _write(as_json(state), path)


def append_entry(entry: Entry, path: Path) -> None:
    """One line for every change of an entry: of those with one number, the last one counts."""
    with path.open("a", encoding="utf-8") as log:
        log.write(as_json(entry) + "\n")


def write_log(entries: Iterable[Entry], path: Path) -> None:
    """One line an entry, instead of all that was there: also of a last line that a kill broke off."""
    _write("".join(as_json(entry) + "\n" for entry in entries), path)


def read_state(path: Path) -> State:
    return state_of(json.loads(path.read_text("utf-8")))


def state_of(found: Parsed) -> State:
    """What ``as_json`` wrote."""
    accounts = [_account(each) for each in found["accounts"].values()]
    rest = (found["orders_placed"], found["opened"], found["ticks"])
    return State({each.id: each for each in accounts}, Settings(**found["settings"]), *rest)


def read_log(path: Path) -> tuple[Entry, ...]:
    """The entries in order, each as it was last written; a last line that breaks off is not counted."""
    lines = path.read_text("utf-8").split("\n")[:-1] if path.exists() else []
    entries = {each.number: each for each in (_entry(json.loads(line)) for line in lines)}
    return tuple(entries[number] for number in sorted(entries))


def read_plan(path: Path) -> tuple[Rule, ...]:
    """A list of ``{"fault": name, "with": {...}, "method": ..., "path": ..., "nth": [...], ...}``."""
    return tuple(read_rule(each) for each in json.loads(path.read_text("utf-8")))


def _write(text: str, path: Path) -> None:
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    fresh.write_text(text, "utf-8")
    fresh.replace(path)


def _account(found: Parsed) -> Account:
    return Account(
        found["id"],
        found["broker"],
        {key: _position(each) for key, each in found["positions"].items()},
        tuple(_order(each) for each in found["working"]),
        tuple(_order(each) for each in found["done"]),
    )


def _position(found: Parsed) -> Position:
    changed: Parsed = {
        "asset": _asset(found["asset"]),
        "usd_rate": None if found["usd_rate"] is None else Decimal(found["usd_rate"]),
        **{name: Decimal(found[name]) for name in ("quantity", "average_price", "price", "previous_close")},
    }
    return Position(**{**found, **changed})


def _order(found: Parsed) -> Order:
    changed: Parsed = {
        "asset": _asset(found["asset"]),
        **{name: Decimal(found[name]) for name in ("quantity", "price")},
    }
    return Order(**{**found, **changed})


def _asset(found: Parsed) -> Asset:
    changed: Parsed = {name: Decimal(found[name]) for name in ("multiplier", "step")}
    return Asset(**{**found, **changed})


def _entry(found: Parsed) -> Entry:
    changed: Parsed = {
        "headers": tuple((name, value) for name, value in found["headers"]),
        "body": found["body"].encode("latin-1"),
        "problems": tuple(found["problems"]),
        "placed": tuple(_order(each) for each in found["placed"]),
    }
    return Entry(**{**found, **changed})
