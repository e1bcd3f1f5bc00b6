"""Errors as a person at 3 a.m. reads them: what happened, what it means for the money, what to do."""

from typing import Any

import click
from attrs import frozen

from brokerage_positions.cli.exits import Exit
from brokerage_positions.errors import CloseAccepted, NoAnswer, NotSent, PlanRefused, PositionsError, StatusError

_NO_MONEY = "No money moved"


class CliError(Exception):
    """A failure of a command with its exit code; ``money`` and ``todo`` as in ``PositionsError``."""

    def __init__(self, what: str, code: Exit, *, money: str = "", todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.code = code
        self.money = money
        self.todo = todo


class ConfigurationError(CliError):
    """Options, environment and profile do not say whom or what is meant."""

    def __init__(self, what: str, todo: str = "") -> None:
        super().__init__(what, Exit.USAGE, money="Nothing was sent", todo=todo)


class Ended(Exception):
    """A command that has said all there is to say, and ends with this code."""

    def __init__(self, code: Exit) -> None:
        super().__init__(code.name)
        self.code = code


@frozen
class Told:
    """A failure in words; ``code`` is what the command ends with."""

    kind: str
    what: str
    money: str
    todo: str
    code: Exit
    notes: tuple[str, ...] = ()
    close_ids: tuple[str, ...] = ()

    def plain(self) -> dict[str, Any]:
        """As the JSON documents have it."""
        return {
            "type": self.kind,
            "what": self.what,
            "money": self.money,
            "todo": self.todo,
            "notes": list(self.notes),
            "close_ids": list(self.close_ids),
            "exit_code": int(self.code),
        }

    def lines(self) -> list[str]:
        """As it stands on a terminal, without colour."""
        money = [f"Money: {self.money}."] if self.money else []
        todo = [f"To do: {self.todo}."] if self.todo else []
        return [f"{self.kind}: {self.what}", *money, *todo, *self.notes]


def told(error: BaseException) -> Told:
    """An error in words; of one that nobody expected, its type and no more, for its text may hold anything."""
    notes = tuple(getattr(error, "__notes__", ()))
    kind = type(error).__name__
    match error:
        case CliError():
            ids = getattr(error, "close_ids", ())
            return Told(error.code.name.title(), error.what, error.money, error.todo, error.code, notes, ids)
        case PositionsError():
            return _of_the_package(error, notes)
        case click.ClickException():
            return Told("Usage", error.format_message(), "Nothing was sent", _help(error), Exit.USAGE, notes)
        case ImportError() if str(error).startswith(_INSTALL):
            return Told(kind, str(error), _NO_MONEY, "", Exit.USAGE, notes)
        case ValueError() if type(error).__module__.startswith(_READING):
            return Told(kind, str(error).rstrip("."), _NO_MONEY, "", Exit.FAILED, notes)
        case ValueError():
            return Told("Usage", str(error).rstrip("."), _NO_MONEY, "", Exit.USAGE, notes)
        case OSError():
            return Told(kind, _of_the_system(error), _NO_MONEY, "", Exit.FAILED, notes)
        case _:
            todo = "Run it again with --debug and report what it says"
            return Told(kind, "this program has a defect", _NO_MONEY, todo, Exit.DEFECT, notes)


_INSTALL = "pyarrow"
#: Its errors are about what a broker told, and not about what was asked for.
_READING = "brokerage_positions.portfolio"


def _of_the_package(error: PositionsError, notes: tuple[str, ...]) -> Told:
    ids: tuple[str, ...] = ()
    close_id = getattr(error, "close_id", None)
    if isinstance(close_id, str):
        ids = (close_id,)
    asked = f"{error.method} {error.path}: " if error.method else ""
    request = f" (request {error.request_id})" if error.request_id else ""
    records = getattr(error, "records", ())
    what = f"{asked}{error.what}{request}" if not records else str(error)
    todo = error.todo
    if ids and error.todo == type(error).todo:
        todo = f"Do not send it again. Judge by evidence: positions resolve {ids[0]}"
    if records:
        ids = tuple(record.id for record in records)
        todo = error.todo or f"positions resolve {' '.join(ids)}"
    return Told(
        type(error).__name__, what.rstrip("."), error.money.rstrip("."), todo.rstrip("."), _code(error), notes, ids
    )


def _code(error: PositionsError) -> Exit:
    if isinstance(error, CloseAccepted) or hasattr(error, "close_id"):
        return Exit.UNKNOWN
    if isinstance(error, PlanRefused) or hasattr(error, "records"):
        return Exit.REFUSED
    if isinstance(error, NotSent | NoAnswer) or error.method != "DELETE":
        return Exit.FAILED
    return Exit.REFUSED if isinstance(error, StatusError) else Exit.FAILED


def _help(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    return f"{context.command_path} --help" if isinstance(context, click.Context) else "positions --help"


def _of_the_system(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or type(error).__name__}"
