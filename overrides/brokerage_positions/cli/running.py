"""Run one command and turn whatever it ends with into text on stderr and an exit code."""

import io
import os
import signal
import sys
import traceback
from collections.abc import Sequence

import click

from brokerage_positions.cli.app import app
from brokerage_positions.cli.exits import Exit
from brokerage_positions.cli.failures import Ended, Told, told


def run(arguments: Sequence[str]) -> int:
    """The exit code of ``positions`` with these arguments; nothing is raised."""
    debug = "--debug" in arguments
    before, stdout = signal.getsignal(signal.SIGINT), sys.stdout
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a letter must not cost the report
            stream.reconfigure(errors="backslashreplace")
    try:
        code = app.main(list(arguments), prog_name="positions", standalone_mode=False)
        return _flushed(code if isinstance(code, int) else Exit.SUCCESS, unheard=Exit.FAILED)
    except Ended as end:
        return _flushed(end.code)
    except click.exceptions.Exit as end:
        return _flushed(end.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return Exit.USAGE
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nInterrupted. No money moved.", err=True)
        return Exit.INTERRUPTED
    except (BrokenPipeError, SystemExit):  # click exits when whoever read has gone
        return _flushed(Exit.FAILED)
    except Exception as error:
        return _failed(error, arguments, debug=debug)
    finally:
        if signal.getsignal(signal.SIGINT) is not before:
            signal.signal(signal.SIGINT, before)
        sys.stdout = stdout  # click may have put another in its place


def _failed(error: Exception, arguments: Sequence[str], *, debug: bool) -> int:
    failure = told(error)
    if debug:  # never with locals: a credential may be among them
        traceback.print_exception(error)
    try:
        say(failure)
        if "--json" in arguments:
            from brokerage_positions.cli.output.documents import write

            write("error", {"error": failure.plain()})
    except OSError:  # the terminal was closed, or whoever read has gone: the code still tells
        pass
    return _flushed(failure.code)


def say(failure: Told) -> None:
    """A failure on stderr, red where that is a terminal."""
    from brokerage_positions.portfolio.show.numbers import visible

    lines = [visible(line) for text in failure.lines() for line in text.splitlines()]
    coloured = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    for number, line in enumerate(lines):
        click.echo(click.style(line, fg="red", bold=True) if coloured and not number else line, err=True)


def _flushed(code: int, *, unheard: int | None = None) -> int:
    """The code, or ``unheard`` if nobody is there to read what was asked for.

    A stream whose reader has gone, or whose terminal was closed, is silenced: else the interpreter fails to flush it at
    its end, and ends with a code of its own.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            if stream is sys.stdout and unheard is not None:
                code = unheard
    return code
