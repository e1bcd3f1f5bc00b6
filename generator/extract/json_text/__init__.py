"""JSON inside pages, as the standard has it and with its place: what every kind of page that holds JSON reads with."""

from generator.extract.json_text.strict import parse, read
from generator.extract.json_text.walk import Path, walk

__all__ = ["Path", "parse", "read", "walk"]
