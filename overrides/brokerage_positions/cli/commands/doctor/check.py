"""What one check found."""

from collections.abc import Callable, Iterator
from typing import Literal

from attrs import frozen

from brokerage_positions.cli.failures import told

Result = Literal["ok", "warning", "failed"]


@frozen
class Check:
    """``what`` was found; ``todo`` says what to do about it, where it is not ``ok``."""

    name: str
    result: Result
    what: str
    todo: str = ""


def guarded(name: str, check: Callable[[], Iterator[Check]]) -> Iterator[Check]:
    """The findings of a check; one that raises has failed, and says why."""
    try:
        yield from check()
    except Exception as error:
        failure = told(error)
        yield Check(name, "failed", failure.what, failure.todo)
