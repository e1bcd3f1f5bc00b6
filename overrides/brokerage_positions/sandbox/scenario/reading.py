"""A scenario's file, as values."""

import tomllib
from decimal import Decimal
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from attrs import evolve, field, frozen

from ..credentials import Credentials
from ..plan import Rule
from ..state import SECOND, Account, Asset, Order, Position, Settings, State, holdings
from .rules import read_rule
from .shape import Parsed, ScenarioError, shaped


@frozen
class Scenario:
    """Who holds what, who may call, and what goes wrong.  ``relative``: times in ``state`` count from the start."""

    name: str
    state: State = field(repr=False)
    credentials: Credentials = field(factory=Credentials)
    rules: tuple[Rule, ...] = ()
    relative: bool = False

    def begun(self, now: int) -> State:
        """What is held when the sandbox starts at ``now``, in nanoseconds since 1970."""
        if not self.relative:
            return self.state
        return evolve(self.state, accounts={key: shifted(one, now) for key, one in self.state.accounts.items()})


def shifted(account: Account, now: int) -> Account:
    working = [
        evolve(order, placed=order.placed + now, changed=now, due=None if order.due is None else order.due + now)
        for order in account.working
    ]
    return evolve(account, working=tuple(working))


def load(scenario: str | Path) -> Scenario:
    """A scenario that is shipped, by its name; any other by the path of its TOML file."""
    shipped = resources.files("brokerage_positions.sandbox.scenario")
    by_name = isinstance(scenario, str) and scenario.isidentifier()
    place: Traversable | Path = shipped / f"{scenario}.toml" if by_name else Path(scenario)
    try:
        found = tomllib.loads(place.read_text("utf-8"))
    except FileNotFoundError:
        names = ", ".join(sorted(each.name[:-5] for each in shipped.iterdir() if each.name.endswith(".toml")))
        raise ScenarioError(f"{scenario}: no such file, nor a scenario of that name; there is {names}") from None
    except (OSError, ValueError) as error:
        raise ScenarioError(f"{scenario}: {error}") from error
    return read(shaped(found, "scenario", str(scenario)), str(scenario))


def read(found: Parsed, origin: str) -> Scenario:
    assets: dict[str, Asset] = {}
    for each in found["assets"]:
        assets[each["symbol"]] = asset(each, assets, origin)
    accounts = [account(each, assets, f"{origin}: accounts[{at}]") for at, each in enumerate(found["accounts"])]
    settings: Parsed = {**found.get("settings", {})}
    if settings.get("fill_after") == "never":
        settings["fill_after"] = None
    rules = [read_rule(each, f"{origin}: faults[{at}]") for at, each in enumerate(found.get("faults", []))]
    state = State({each.id: each for each in accounts}, Settings(**settings))
    if len(state.accounts) < len(accounts):
        raise ScenarioError(f"{origin}: accounts: two have one id")
    return Scenario(origin, state, Credentials(**found.get("keys", {})), tuple(rules), relative=True)


def asset(found: Parsed, known: dict[str, Asset], origin: str) -> Asset:
    if found["symbol"] in known:
        raise ScenarioError(f"{origin}: assets: {found['symbol']} is there twice")
    amounts: Parsed = {name: Decimal(found[name]) for name in ("multiplier", "step") if name in found}
    underlying = found.get("underlying")
    if underlying is not None and underlying not in known:
        raise ScenarioError(f"{origin}: assets: {found['symbol']}: {underlying} has to stand above it")
    below = None if underlying is None else known[underlying].id
    changed: Parsed = {**found, **amounts, "underlying": below}
    return Asset(**changed)


def account(found: Parsed, assets: dict[str, Asset], origin: str) -> Account:
    name = str(found["id"])
    if (found["broker"] == "alpaca") != isinstance(found["id"], str):
        raise ScenarioError(f"{origin}.id: at alpaca it is a UUID, at clear_street a whole number")
    held = [position(each, assets, origin) for each in found.get("positions", [])]
    orders = [order(each, assets, name, at, origin) for at, each in enumerate(found.get("orders", []))]
    return Account(name, found["broker"], holdings(held), tuple(orders))


def position(found: Parsed, assets: dict[str, Asset], origin: str) -> Position:
    return Position(
        named(found["asset"], assets, origin),
        Decimal(found["quantity"]),
        Decimal(found["average_price"]),
        Decimal(found["price"]),
        Decimal(found["previous_close"]),
        Decimal(found["usd_rate"]) if "usd_rate" in found else None,
    )


def order(found: Parsed, assets: dict[str, Asset], account: str, place: int, origin: str) -> Order:
    after = found.get("fills_after")
    return Order(
        id=str(uuid5(NAMESPACE_OID, f"{account} {place}")),
        account=account,
        asset=named(found["asset"], assets, origin),
        side=found["side"],
        quantity=Decimal(found["quantity"]),
        price=Decimal(found["price"]),
        placed=0,
        due=None if after is None else round(after * SECOND),
        closing=False,
    )


def named(symbol: str, assets: dict[str, Asset], origin: str) -> Asset:
    if symbol not in assets:
        raise ScenarioError(f"{origin}: no asset is called {symbol}; there are {', '.join(assets)}")
    return assets[symbol]
