"""``positions completion``."""

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def command(shell: str) -> None:
    """Print the script that completes 'positions' in SHELL.

    \b
    bash:  eval "$(positions completion bash)"     in ~/.bashrc
    zsh:   eval "$(positions completion zsh)"      in ~/.zshrc
    fish:  positions completion fish | source      in ~/.config/fish/config.fish
    """
    from brokerage_positions.cli.app import app

    kind = get_completion_class(shell)
    if kind is None:  # a version of click that no longer knows it
        raise click.UsageError(f"no completion for {shell}")
    click.echo(kind(app, {}, "positions", "_POSITIONS_COMPLETE").source())
