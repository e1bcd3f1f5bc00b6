"""Whom and what is meant: options, environment, profiles, keys; and that production is never meant by accident."""

from collections.abc import Callable
from pathlib import Path

import pytest

from brokerage_positions.journal import Broker

from ..broker import ALPACA_ACCOUNT, CLEAR_STREET_ACCOUNT, FaultyBroker
from .running import PLANTED, Home, Ran, run_here

Run = Callable[..., Ran]
KEYS: tuple[str, ...] = ("APCA_BROKER_KEY_ID", "APCA_BROKER_SECRET_KEY", "CLEAR_STREET_API_KEY")
PLACE = ("POSITIONS_BROKER", "POSITIONS_ACCOUNT", "POSITIONS_BASE_URL")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """``positions`` in a home that the test has made."""

    def run(home: Home, *arguments: str) -> Ran:
        ran = run_here(arguments, home, monkeypatch, capfd)
        ran.holds_no_key()
        return ran

    return run


def key_file(path: Path, mode: int = 0o600) -> Path:
    lines = (f"{name}={value}\n" for name, value in zip(KEYS, PLANTED, strict=True))
    path.write_text(f"# keys\n\n{''.join(lines)}")
    path.chmod(mode)
    return path


def test_everything_may_come_from_a_profile(run: Run, home: Home, broker: FaultyBroker) -> None:
    path = key_file(home.path / "keys")
    home.config.write_text(
        f"""
        default = "paper"
        [profiles.paper]
        broker = "clear_street"
        account = "{CLEAR_STREET_ACCOUNT}"
        base_url = "{broker.url}"
        key_file = "{path}"
        """
    )
    ran = run(home.without(*KEYS, *PLACE), "list", "--json")
    assert ran.code == 0
    assert {row["broker"] for row in ran.json["positions"]} == {"clear_street"}


def test_an_option_weighs_more_than_the_environment_and_that_more_than_a_profile(run: Run, home: Home) -> None:
    home.config.write_text('[profiles.paper]\nbroker = "clear_street"\naccount = "1"\n')
    said = run(home, "list", "-p", "paper", "--json").json
    assert {row["account"] for row in said["positions"]} == {ALPACA_ACCOUNT}
    said = run(home, "list", "-b", "clear_street", "-a", CLEAR_STREET_ACCOUNT, "--json").json
    assert {row["account"] for row in said["positions"]} == {CLEAR_STREET_ACCOUNT}


def test_a_key_file_that_others_may_read_is_refused(run: Run, home: Home) -> None:
    path = key_file(home.path / "keys", 0o640)
    ran = run(home.without(*KEYS), "list", "--key-file", str(path))
    assert ran.code == 2
    assert "mode 0640" in ran.err
    assert f"chmod 600 {path}" in ran.err
    path.chmod(0o600)
    assert run(home.without(*KEYS), "list", "--key-file", str(path)).code == 0


def test_a_key_file_with_a_bare_key_does_not_show_it(run: Run, home: Home) -> None:
    path = home.path / "keys"
    path.write_text(PLANTED[1])
    path.chmod(0o600)
    ran = run(home.without(*KEYS), "list", "--key-file", str(path))
    assert ran.code == 2
    assert "line 1 is not NAME=value" in ran.err


def test_a_key_in_the_config_file_is_refused_and_not_shown(run: Run, home: Home) -> None:
    home.config.write_text(f'[profiles.paper]\nsecret_key = "{PLANTED[1]}"\n')
    ran = run(home, "list", "-p", "paper")
    assert ran.code == 2
    assert "a key has no place in this file" in ran.err


def test_a_keyring_is_asked(run: Run, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    keyring = pytest.importorskip("keyring")
    backend = pytest.importorskip("keyring.backend")

    class Ring(backend.KeyringBackend):  # type: ignore[misc, name-defined]
        """A backend of keyring's own kind, in memory."""

        priority = 1

        def get_password(self, service: str, username: str) -> str | None:
            return PLANTED[KEYS.index(username)] if service == "ours" else None

        def set_password(self, service: str, username: str, password: str) -> None:
            raise AssertionError("nothing is written to a keyring")

    before = keyring.get_keyring()
    keyring.set_keyring(Ring())
    try:
        assert run(home.without(*KEYS), "list", "--keyring", "ours").code == 0
        ran = run(home.without(*KEYS), "list", "--keyring", "another")
    finally:
        keyring.set_keyring(before)
    assert ran.code == 2
    assert "keyring 'another' has no APCA_BROKER_KEY_ID" in ran.err


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (KEYS, "APCA_BROKER_KEY_ID and no APCA_BROKER_SECRET_KEY"),
        (("POSITIONS_BROKER",), "no broker is named"),
        (("POSITIONS_ACCOUNT",), "no account is named"),
    ],
)
def test_what_is_missing_is_named(run: Run, home: Home, missing: tuple[str, ...], said: str) -> None:
    ran = run(home.without(*missing), "list")
    assert ran.code == 2
    assert said in ran.err
    assert "To do: " in ran.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("broker =", "no TOML"),
        ("[profiles.paper]\nbrokr = 'alpaca'", "unknown 'brokr'"),
        ("[profiles.paper]\nbroker = 'nobody'", "alpaca, clear_street"),
        ("[profiles.other]\nbroker = 'alpaca'", "no profile 'paper'"),
        ("[profiles]\npaper = 1", "is no table"),
        ("[profiles.paper]\njournal = 1", "is no text"),
    ],
)
def test_a_config_file_that_is_wrong_is_named_with_what_is_wrong(run: Run, home: Home, text: str, said: str) -> None:
    home.config.write_text(text)
    ran = run(home, "list", "-p", "paper")
    assert ran.code == 2
    assert str(home.config) in ran.err
    assert said in ran.err


def test_production_takes_two_words_that_agree(run: Run, home: Home, broker: FaultyBroker) -> None:
    home.config.write_text('[profiles.live]\nenvironment = "production"\n[profiles.paper]\nenvironment = "sandbox"\n')
    for profile, options in (("live", ()), ("live", ("--sandbox",)), ("paper", ("--production",))):
        for command in ("list", "journal", "close-all"):
            assert run(home, command, "-p", profile, *options).code == 2
    assert broker.log == ()
    assert run(home, "list", "-p", "live", "--production").code == 0


@pytest.mark.parametrize(
    "url", ["https://broker-api.alpaca.markets", "https://127.0.0.1.example.com", "https://127.0.0.1@example.com"]
)
def test_an_address_that_may_be_production_is_not_the_sandbox(run: Run, home: Home, url: str) -> None:
    ran = run(home, "list", "--base-url", url)
    assert ran.code == 2
    assert "not known to be a sandbox" in ran.err


def test_the_sandbox_is_not_production(run: Run, home: Home) -> None:
    ran = run(home, "list", "--production", "--base-url", "https://broker-api.sandbox.alpaca.markets")
    assert ran.code == 2


def test_each_environment_has_a_journal_of_its_own(run: Run, home: Home) -> None:
    sandbox, production = (run(home, "journal", "--json", *word).json["journal"] for word in ((), ("--production",)))
    assert sandbox == str(home.journal)
    assert production != sandbox
    assert not home.journal.exists(), "looking makes no journal"


def test_the_brokers_and_states_written_down_for_speed_are_those_of_the_package() -> None:
    from typing import get_args

    from brokerage_positions.cli.commands.journal import STATES
    from brokerage_positions.cli.commands.resolve import SETTLE
    from brokerage_positions.cli.config.target import ADDRESSES
    from brokerage_positions.cli.config.words import BROKERS
    from brokerage_positions.clients import alpaca_calls, clear_street_calls
    from brokerage_positions.evidence import SETTLE as OF_THE_PACKAGE
    from brokerage_positions.journal import State

    assert get_args(Broker) == BROKERS
    assert get_args(State) == tuple(STATES)
    assert SETTLE == OF_THE_PACKAGE
    for environment in ("sandbox", "production"):
        assert ADDRESSES["alpaca", environment] == alpaca_calls.address(environment == "sandbox")
        assert ADDRESSES["clear_street", environment] == clear_street_calls.address(environment == "sandbox")
