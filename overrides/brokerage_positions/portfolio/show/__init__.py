"""Drawing holdings: ``table`` decides what is shown, ``numbers`` how, ``text`` and ``page`` lay it out."""

from .page import html
from .text import text

__all__ = ["html", "text"]
