"""What an operation asks for, and what it is given."""

from collections.abc import Mapping

from attrs import field, frozen


@frozen
class Send:
    """One request, sent once.

    A ``close`` goes on a connection of its own, so that no other request and no idle time can be the reason that it was
    lost.  ``timeout`` bounds every step of it, ``deadline`` (monotonic) all of it.
    """

    method: str
    target: str
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    content: bytes | None = field(default=None, repr=False)
    close: bool = False
    timeout: float | None = None
    deadline: float | None = None


@frozen
class Sleep:
    """Nothing, for so many seconds."""

    seconds: float


Effect = Send | Sleep


@frozen
class Received:
    """An answer.  Header names are in lower case; ``complete`` is whether all of the body came."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)
    complete: bool = True


@frozen
class Lost:
    """No answer, or not even a request.

    ``unsent`` is a proof, never a guess: our own transport reported its events, and it had not begun to write the
    request.  ``why`` is the failure in words.
    """

    why: str
    unsent: bool = False
    timeout: bool = False
