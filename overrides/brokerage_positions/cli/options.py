"""The options that commands share."""

from collections.abc import Callable
from functools import update_wrapper
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from brokerage_positions.cli.config.target import Given
from brokerage_positions.cli.config.words import BROKERS

F = TypeVar("F", bound=Callable[..., Any])
_FILE: Final = click.Path(path_type=Path, dir_okay=False)


def optioned(function: F, command: Callable[..., Any], options: list[Callable[[Any], Any]]) -> F:
    """``command`` in place of ``function``, with the options that it takes and those that ``function`` has."""
    decorated: Any = update_wrapper(command, function)
    for option in reversed(options):
        decorated = option(decorated)
    return decorated  # type: ignore[no-any-return]


def target_options(*, many: bool = False) -> Callable[[F], F]:
    """Options that name broker, account and environment; the command gets them as ``given``.

    ``many``: ``--profile`` and ``--account`` may be said several times.
    """

    def decorate(function: F) -> F:
        def command(**values: Any) -> Any:
            given = _given(values)
            return function(given=given, **values)

        return optioned(function, command, _TARGET_MANY if many else _TARGET)

    return decorate


def _given(values: dict[str, Any]) -> Given:
    """Takes the target's options out of those of a command."""

    def several(name: str) -> tuple[str, ...]:
        value: str | tuple[str, ...] | None = values.pop(name)
        return () if value is None else (value,) if isinstance(value, str) else value

    alone = ("config", "broker", "production", "base_url", "key_file", "keyring", "journal", "timeout")
    del values["debug"]  # which ``running`` looks for, since it must work when this does not
    return Given(profiles=several("profile"), accounts=several("account"), **{name: values.pop(name) for name in alone})


def _options(many: bool) -> list[Callable[[Any], Any]]:
    again = " Several may be named." if many else ""
    return [
        click.option("-p", "--profile", multiple=many, metavar="NAME", help=f"Profile of the config file.{again}"),
        click.option("-b", "--broker", type=click.Choice(BROKERS), help="Broker [env: POSITIONS_BROKER]."),
        click.option("-a", "--account", multiple=many, metavar="ID", help=f"Account [env: POSITIONS_ACCOUNT].{again}"),
        click.option("--production/--sandbox", default=None, help="Real money, or the sandbox (the default)."),
        click.option("--config", type=_FILE, help="Config file [env: POSITIONS_CONFIG]."),
        click.option("--base-url", metavar="URL", help="Another address [env: POSITIONS_BASE_URL]."),
        click.option("--key-file", type=_FILE, help="File of mode 0600 with lines NAME=value."),
        click.option("--keyring", metavar="SERVICE", help="Service of the system's keyring that has the key."),
        click.option("--journal", type=_FILE, help="Journal of closes [env: POSITIONS_JOURNAL]."),
        click.option(
            "--timeout",
            type=click.FloatRange(min=0, min_open=True),
            default=30.0,
            show_default=True,
            metavar="SECONDS",
            help="For each step of a request.",
        ),
        click.option("--debug", is_flag=True, help="Show a traceback with an error."),
    ]


_TARGET: Final = _options(many=False)
_TARGET_MANY: Final = _options(many=True)

json_option: Final = click.option("--json", "as_json", is_flag=True, help="JSON; see 'positions schema'.")


wide_option: Final = click.option("--wide", is_flag=True, help="Every column, however narrow the terminal is.")


def table_options(function: F) -> F:
    """``--json``, ``--csv``, ``--parquet``, ``--wide``."""
    for option in (
        wide_option,
        click.option("--parquet", type=_FILE, help="Write a Parquet file (needs the extra 'arrow')."),
        click.option("--csv", "as_csv", is_flag=True, help="CSV with a line of names."),
        json_option,
    ):
        function = option(function)
    return function
