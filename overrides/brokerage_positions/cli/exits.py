"""Exit codes: a script must be able to tell what happened to the money from the number alone."""

from enum import IntEnum
from typing import Final


class Exit(IntEnum):
    """What a command ends with; ``MEANINGS`` says it in words."""

    SUCCESS = 0
    FAILED = 1
    USAGE = 2
    PARTIAL = 3
    UNKNOWN = 4
    REFUSED = 5
    DEFECT = 70
    INTERRUPTED = 130


MEANINGS: Final[dict[Exit, str]] = {
    Exit.SUCCESS: "done; of a close: every order was accepted",
    Exit.FAILED: "failed, and no money moved: nothing was sent that could move it",
    Exit.USAGE: "wrong usage or configuration; nothing was sent",
    Exit.PARTIAL: "partial: some positions closed (or accounts read), others certainly not",
    Exit.UNKNOWN: "unknown: an order may have been placed; do not send it again, see 'positions resolve'",
    Exit.REFUSED: "refused by the broker, a plan, the journal or you; nothing was closed",
    Exit.DEFECT: "a defect of this program; the message says what became of the money",
    Exit.INTERRUPTED: "interrupted (Ctrl-C) before anything was sent that could move money",
}
