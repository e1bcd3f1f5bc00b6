"""The command: checks in order, a line each."""

from collections.abc import Iterator

import click

from brokerage_positions.cli.commands.doctor import local, remote
from brokerage_positions.cli.commands.doctor.check import Check, guarded
from brokerage_positions.cli.config.target import Given, Target, targets
from brokerage_positions.cli.exits import Exit
from brokerage_positions.cli.failures import Ended
from brokerage_positions.cli.options import json_option, target_options


@click.command("doctor")
@target_options()
@json_option
def command(given: Given, as_json: bool) -> None:
    """Check configuration, key, journal, TLS, a read of the account, and the clock.  Nothing is closed.

    \b
    Where settings come from: options, then the environment, then the profile.
      POSITIONS_BROKER    POSITIONS_ACCOUNT   POSITIONS_PROFILE
      POSITIONS_BASE_URL  POSITIONS_JOURNAL   POSITIONS_CONFIG

    \b
    A key is never an option.  It comes from --key-file or --keyring, else from
    where the profile says, else from the environment:
      alpaca         APCA_BROKER_KEY_ID and APCA_BROKER_SECRET_KEY
      clear_street   CLEAR_STREET_API_KEY
    A key file has lines NAME=value with these names, and mode 0600; in a keyring
    they are the user names of the service.

    \b
    Profiles are in $XDG_CONFIG_HOME/brokerage-positions/config.toml (~/.config):
      default = "paper"
      [profiles.paper]
      broker = "alpaca"              # or clear_street
      account = "11111111-2222-3333-4444-555555555555"
      key_file = "~/.config/brokerage-positions/alpaca.key"   # or: keyring
      environment = "sandbox"        # production still needs --production
    Also: base_url, journal, currency.  The journal of each environment is below
    $XDG_STATE_HOME/brokerage-positions (~/.local/state).

    The exit code is 0 if no check failed, else 1.
    """
    from brokerage_positions.cli.screen import progress

    with progress("Checking"):
        found = list(_checks(given))
    if as_json:
        from attrs import asdict

        from brokerage_positions.cli.output.documents import write

        write("doctor", {"checks": [asdict(check) for check in found]})
    else:
        from brokerage_positions.cli.screen.draw import column, draw
        from brokerage_positions.portfolio.show.numbers import visible
        from brokerage_positions.portfolio.show.table import Cell, Table

        tones = {"ok": "gain", "warning": "", "failed": "loss"}
        columns = (
            column("Check", [check.name for check in found]),
            column("Result", [Cell(check.result, tones[check.result]) for check in found]),  # type: ignore[arg-type]
            column("Found", [visible(check.what) for check in found]),
            column("To do", [visible(check.todo) for check in found]),
        )
        draw(Table("", columns, 0, ()), wide=True)
    if any(check.result == "failed" for check in found):
        raise Ended(Exit.FAILED)


def _checks(given: Given) -> Iterator[Check]:
    yield from guarded("versions", local.versions)
    found: list[Target] = []

    def configured() -> Iterator[Check]:
        (target,) = targets(given)
        found.append(target)
        yield from local.configuration(given, target)

    yield from guarded("configuration", configured)
    yield from guarded("journal", lambda: local.journal(given))
    for target in found:
        yield from guarded("TLS", lambda target=target: remote.tls(target))  # type: ignore[misc]
        yield from guarded("read", lambda target=target: remote.reachability(target))  # type: ignore[misc]
