"""What a person sees: tables, progress, questions.  Piped, tables are plain text and the rest is silent."""

from .draw import draw
from .progress import progress

__all__ = ["draw", "progress"]
