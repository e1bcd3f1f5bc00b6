"""One account at one broker, as options, environment and profile name it together."""

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from attrs import field, frozen

from brokerage_positions.cli.config import profiles
from brokerage_positions.cli.config.keys import Keys, keys
from brokerage_positions.cli.config.places import journal_file
from brokerage_positions.cli.config.profiles import Profile
from brokerage_positions.cli.config.words import BROKERS, Environment
from brokerage_positions.cli.failures import ConfigurationError

if TYPE_CHECKING:
    from brokerage_positions.journal import Broker

#: Documented by Clear Street: another address for its clients.
_CLEAR_STREET_URL: Final = "CLEAR_STREET_BASE_URL"
ADDRESSES: Final[dict[tuple["Broker", Environment], str]] = {
    ("alpaca", "sandbox"): "https://broker-api.sandbox.alpaca.markets",
    ("alpaca", "production"): "https://broker-api.alpaca.markets",
    ("clear_street", "sandbox"): "https://api-dev.clearstreet.com",
    ("clear_street", "production"): "https://api.clearstreet.com",
}


@frozen(kw_only=True)
class Given:
    """What was said on the command line; None and empty where nothing was."""

    profiles: tuple[str, ...] = ()
    config: Path | None = None
    broker: "Broker | None" = None
    accounts: tuple[str, ...] = ()
    production: bool | None = None
    base_url: str | None = None
    key_file: Path | None = None
    keyring: str | None = None
    journal: Path | None = None
    timeout: float = 30.0

    @property
    def environment(self) -> Environment:
        return "production" if self.production else "sandbox"

    def again(self) -> str:
        """The options that name the same target in another command; a key is never among them."""
        words: list[str] = ["--production"] if self.production else []
        for option, value in (
            *(("--profile", name) for name in self.profiles),
            ("--config", self.config),
            ("--broker", self.broker),
            ("--base-url", self.base_url),
            ("--key-file", self.key_file),
            ("--keyring", self.keyring),
            ("--journal", self.journal),
        ):
            words += [] if value is None else [option, str(value)]
        return "".join(f" {word}" for word in map(shlex.quote, words))


@frozen(kw_only=True)
class Target:
    """Where to go, as whom, for which account; ``account`` is empty where none was named."""

    broker: "Broker"
    account: str
    environment: Environment
    base_url: str
    journal: Path
    keys: Keys
    currency: str | None = None
    profile: str = ""
    timeout: float = field(default=30.0)

    def __str__(self) -> str:
        return f"{self.broker} account {self.account} ({self.environment}, {urlsplit(self.base_url).hostname})"


def targets(given: Given, *, broker: "Broker | None" = None, account: bool = True) -> tuple[Target, ...]:
    """Every account that is meant: each named profile with its account, or one profile with each account named.

    ``broker`` is meant where a record of the journal knows it already; ``account``: whether one is needed.
    """
    known = profiles.read(config_path(given))
    names: tuple[str | None, ...] = given.profiles or (os.environ.get("POSITIONS_PROFILE") or None,)
    if len(names) > 1 and given.accounts:
        raise ConfigurationError("several profiles and --account together", "Name profiles, or accounts of one")
    found: list[Target] = []
    for name in names:
        profile = known.get(name)
        accounts = given.accounts or tuple(filter(None, [os.environ.get("POSITIONS_ACCOUNT") or profile.account]))
        if account and not accounts:
            todo = "Say --account, set POSITIONS_ACCOUNT, or name it in a profile"
            raise ConfigurationError("no account is named", todo)
        found += (_target(given, profile, one, broker) for one in accounts or ("",))
    return tuple(found)


def journal_path(given: Given) -> Path:
    """The journal, for commands that need no broker."""
    profile = profiles.read(config_path(given)).get(
        next(iter(given.profiles), os.environ.get("POSITIONS_PROFILE") or None)
    )
    _agreed(given, profile)
    return _journal(given, profile)


def _target(given: Given, profile: Profile, account: str, broker: "Broker | None") -> Target:
    where = broker or _broker(given, profile)
    fits = profile.broker in (None, where)  # of another broker, a profile knows neither address nor key
    own = profile if fits else Profile(name=profile.name, environment=profile.environment, journal=profile.journal)
    _agreed(given, own)
    path = given.key_file or (None if given.keyring or not own.key_file else Path(own.key_file).expanduser())
    return Target(
        broker=where,
        account=account,
        environment=given.environment,
        base_url=_address(given, own, where),
        journal=_journal(given, own),
        keys=keys(where, path, given.keyring or own.keyring),
        currency=own.currency,
        profile=own.name,
        timeout=given.timeout,
    )


def _broker(given: Given, profile: Profile) -> "Broker":
    named = given.broker or os.environ.get("POSITIONS_BROKER") or profile.broker
    for broker in BROKERS:
        if named == broker:
            return broker
    if named:
        todo = f"Name one of: {', '.join(BROKERS)}"
        raise ConfigurationError(f"{named!r} is no broker that is known here", todo)
    raise ConfigurationError("no broker is named", "Say --broker, set POSITIONS_BROKER, or name it in a profile")


def _agreed(given: Given, profile: Profile) -> None:
    """Production takes two words that agree: the profile's, if it says one, and the command's."""
    if profile.environment == "production" and not given.production:
        todo = "Say --production if real money is meant"
        raise ConfigurationError(f"profile {profile.name!r} is for production", todo)
    if profile.environment == "sandbox" and given.production:
        todo = "Name a profile for production, or leave out --production"
        raise ConfigurationError(f"profile {profile.name!r} is for the sandbox", todo)


def _address(given: Given, profile: Profile, broker: "Broker") -> str:
    """The address, which must be a sandbox's unless production is meant."""
    documented = os.environ.get(_CLEAR_STREET_URL) if broker == "clear_street" else None
    named = given.base_url or os.environ.get("POSITIONS_BASE_URL") or profile.base_url or documented
    if not named:
        return ADDRESSES[broker, given.environment]
    import httpx  # what it reads as the host is where the request goes

    try:
        host = httpx.URL(named).host
    except httpx.InvalidURL:
        raise ConfigurationError("the base address is no web address", "Write it as https://host") from None
    sandbox = urlsplit(ADDRESSES[broker, "sandbox"]).hostname
    if not given.production and host not in (sandbox, "localhost", "127.0.0.1", "::1"):
        todo = "Say --production if real money may be behind it, or name the sandbox's address"
        raise ConfigurationError(f"{host or 'the base address'} is not known to be a sandbox", todo)
    if given.production and host == sandbox:
        raise ConfigurationError(f"{host} is the sandbox, and --production was said", "Leave one of them out")
    return named


def _journal(given: Given, profile: Profile) -> Path:
    if given.journal is not None:
        return given.journal
    named = os.environ.get("POSITIONS_JOURNAL") or profile.journal
    return Path(named).expanduser() if named else journal_file(given.environment)


def config_path(given: Given) -> Path | None:
    """The config file that was named; None where it is the default one."""
    named = os.environ.get("POSITIONS_CONFIG")
    return given.config or (Path(named).expanduser() if named else None)
