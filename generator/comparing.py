"""The verb ``diff``: two files in, what changed and how loudly to say it out.

Exit codes, for CI: 0 nothing that anyone has to act on (nothing at all, words, additions), 1 risky, 2 cannot go on,
3 breaking.  The worse of the two levels counts, Python's and HTTP's: the documents are a reference for other languages
too.
"""

import argparse
from pathlib import Path
from typing import Final

from generator import diff, store
from generator.model import JsonObject

_CODES: Final = {diff.DOCS: 0, diff.ADDITIVE: 0, diff.RISKY: 1, diff.BREAKING: 3}


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the verb takes."""
    verb.add_argument("base", type=Path, metavar="BASE", help="the document as it was (.yaml or .json)")
    verb.add_argument("revision", type=Path, metavar="REVISION", help="the document as it is")
    verb.add_argument("--format", choices=tuple(diff.FORMATS), default="text", help="text, or for what reads it")
    verb.description = __doc__


def compared(options: argparse.Namespace) -> tuple[str, int]:
    """The report, and the exit code."""
    changes = diff.compare(_document(options.base), _document(options.revision))
    code = max((_CODES[max(change.level, change.http)] for change in changes), default=0)
    return diff.report(changes, options.format, options.revision.as_posix()), code


def _document(path: Path) -> JsonObject:
    page = store.read_page(path)
    return diff.check(store.parse_yaml(page.text, str(path)), str(path))
