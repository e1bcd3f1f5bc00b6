"""``positions doctor``: every check is made, whatever the others found."""

from brokerage_positions.cli.commands.doctor.command import command

__all__ = ["command"]
