"""What became of a close whose answer was lost: judged by evidence, never guessed."""

from .absence import watch_for
from .judge import SETTLE, judge, judge_all
from .orders import CLOCK_SKEW
from .plain import from_plain, to_plain
from .values import Asked, Evidence, Held, Numbers, OrderSeen, Reading, Verdict

__all__ = [
    "CLOCK_SKEW",
    "SETTLE",
    "Asked",
    "Evidence",
    "Held",
    "Numbers",
    "OrderSeen",
    "Reading",
    "Verdict",
    "from_plain",
    "judge",
    "judge_all",
    "to_plain",
    "watch_for",
]
