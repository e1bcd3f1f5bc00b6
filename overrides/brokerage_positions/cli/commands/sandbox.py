"""``positions sandbox``."""

import click

from brokerage_positions.cli.exits import Exit
from brokerage_positions.cli.failures import CliError


@click.command("sandbox")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8400, show_default=True, help="On 127.0.0.1; 0: a free one."
)
@click.option("--scenario", default="demo", show_default=True, help="The name of a shipped scenario, or a TOML file.")
@click.option("--seed", type=click.IntRange(min=0), help="Replay what chance did in a run that printed this number.")
@click.option("--web", is_flag=True, help="Also serve a page to watch, with buttons to plant faults.")
def command(port: int, scenario: str, seed: int | None, web: bool) -> None:
    """Play both brokers on this machine until Ctrl-C: pretended accounts, orders and failures.

    The address is printed; its keys and accounts are at /_sandbox/accounts.
    """
    try:
        from brokerage_positions.sandbox import ScenarioError, run
    except ModuleNotFoundError as error:
        todo = "Install brokerage-positions[sandbox]"
        raise CliError(f"the sandbox needs {error.name}", Exit.FAILED, todo=todo) from None
    try:
        run(port, scenario, seed, web, say=click.echo)
    except ScenarioError as error:
        raise CliError(str(error), Exit.USAGE, todo="Correct the scenario") from None
    except OSError as error:
        todo = "Choose another with --port, or 0 for a free one"
        raise CliError(f"port {port} cannot be had: {error.strerror or error}", Exit.FAILED, todo=todo) from None
