"""``positions schema``."""

from importlib.resources import files

import click


@click.command("schema")
def command() -> None:
    """Print the JSON schema (draft 2020-12) of every document that --json prints.

    A document says its kind, and the version of its form: 1 until a change would break a reader.  New fields may come.
    Amounts are text with all their digits; times are ISO 8601.
    """
    click.echo(files("brokerage_positions.cli.output").joinpath("schema.json").read_text("utf-8"), nl=False)
