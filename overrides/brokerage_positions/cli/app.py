"""``positions`` and its commands; a command's module is imported when it is called."""

from importlib import import_module
from typing import Any, Final

import click

from brokerage_positions.cli.exits import MEANINGS

_HERE: Final = "brokerage_positions.cli.commands"
#: Command -> where it is, and what ``--help`` says of it, so that help imports none of them.
COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "list": (f"{_HERE}.listing:command", "The positions of one account."),
    "show": (f"{_HERE}.show:command", "One position, with all that the broker tells of it."),
    "holdings": (f"{_HERE}.holdings:command", "The positions of several accounts and brokers, with totals."),
    "plan": (f"{_HERE}.plan:command", "What a close would send; nothing is closed."),
    "close": (f"{_HERE}.close:command", "Close one position, whole or in part; or execute a plan."),
    "close-all": (f"{_HERE}.close_all:command", "Close every position of the account."),
    "resolve": (f"{_HERE}.resolve:command", "Closes whose outcome is unknown: list them, judge them by evidence."),
    "journal": (f"{_HERE}.journal:command", "Every close that was ever begun, and what became of it."),
    "doctor": (f"{_HERE}.doctor:command", "Check configuration, connection, clock and journal."),
    "sandbox": (f"{_HERE}.sandbox:command", "Play both brokers on this machine, failures included."),
    "demo": (f"{_HERE}.demo:command", "See it work in under ten seconds, on pretended accounts."),
    "schema": (f"{_HERE}.schema:command", "The JSON schema of what --json prints."),
    "completion": (f"{_HERE}.completion:command", "The script that completes commands in your shell."),
}
_EPILOG: Final = "Exit codes:\n" + "".join(f"  {code:>3}  {text}\n" for code, text in MEANINGS.items())


class Commands(click.Group):
    """A group whose commands are imported when one is called or its help is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        found: click.Command = getattr(import_module(module), name)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        formatter.write(self.epilog or "")

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise click.UsageError(f"there is no command {args[0]!r}, but: {', '.join(COMMANDS)}", ctx)
        return super().resolve_command(ctx, args)


def _version(ctx: click.Context, _parameter: click.Parameter, wanted: Any) -> None:
    if wanted and not ctx.resilient_parsing:
        from brokerage_positions import __version__

        click.echo(f"positions {__version__}")
        ctx.exit()


@click.group("positions", cls=Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def app() -> None:
    """Read brokerage positions, and close them once.

    The sandbox is meant unless --production is said; in production a close shows its plan and asks.  Brokers, accounts
    and keys come from options, the environment, or a profile: see 'positions doctor --help'.
    """
