"""Objects that say they are something else."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any


class LyingText(str):
    """Prints, compares and formats as something else than it is."""

    def __str__(self) -> str:
        return ""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0

    def __format__(self, spec: str) -> str:
        return ""

    def split(self, *_: Any, **__: Any) -> list[str]:
        return ["AAPL"]

    def strip(self, *_: Any) -> str:
        return "AAPL"

    def encode(self, *_: Any, **__: Any) -> bytes:
        return b""


class StubbornText(LyingText):
    """One that ``str()`` does not make honest."""

    def __str__(self) -> str:
        return self

    def __ne__(self, other: object) -> bool:
        return False

    def strip(self, *_: Any) -> str:
        return self

    def lower(self) -> str:
        return "aapl"

    def partition(self, *_: Any) -> tuple[str, str, str]:
        return "AAPL", "", ""

    def isascii(self) -> bool:
        return True

    def isprintable(self) -> bool:
        return True

    def __len__(self) -> int:
        return 4

    def __iter__(self) -> Iterator[str]:
        return iter("AAPL")

    def replace(self, *_: Any) -> str:
        return "AAPL"


class LyingInt(int):
    """As ``LyingText``."""

    def __str__(self) -> str:
        return ""

    __repr__ = __str__

    def __format__(self, spec: str) -> str:
        return ""


class LyingDecimal(Decimal):
    """As ``LyingText``."""

    def __str__(self) -> str:
        return ""

    def __format__(self, spec: str, *_: Any) -> str:
        return ""


class Anything:
    """No amount at all, which says that it is one, in every way there is."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text

    def __int__(self) -> int:
        return 1

    def __index__(self) -> int:
        return 1

    def __float__(self) -> float:
        return 1.0

    def __bool__(self) -> bool:
        return False
