"""Run an operation: the one place where sync and async differ."""

from collections.abc import Awaitable, Generator
from typing import Any, Protocol, TypeVar

from brokerage_positions.io.effects import Effect

T = TypeVar("T")
#: Yields effects, is sent what came of them, returns the result.
Operation = Generator[Effect, Any, T]


class Performs(Protocol):
    def perform(self, effect: Effect, /) -> Any: ...


class PerformsAsync(Protocol):
    def perform(self, effect: Effect, /) -> Awaitable[Any]: ...


def drive(operation: Operation[T], wire: Performs) -> T:
    """The result of the operation.  What interrupts an effect is thrown into the operation first, to be recorded."""
    value: Any = None
    while True:
        try:
            effect = operation.send(value)
        except StopIteration as stop:
            result: T = stop.value
            return result
        try:
            value = wire.perform(effect)
        except BaseException as error:
            _interrupt(operation, error)


async def adrive(operation: Operation[T], wire: PerformsAsync) -> T:
    """As ``drive``."""
    value: Any = None
    while True:
        try:
            effect = operation.send(value)
        except StopIteration as stop:
            result: T = stop.value
            return result
        try:
            value = await wire.perform(effect)
        except BaseException as error:
            _interrupt(operation, error)


def _interrupt(operation: Operation[Any], error: BaseException) -> None:
    # Frames of the HTTP library hold the request as bytes, credentials and all; nobody needs them.
    error.__cause__ = error.__context__ = None
    operation.throw(error.with_traceback(None))
    raise RuntimeError("an operation went on after it was interrupted")
