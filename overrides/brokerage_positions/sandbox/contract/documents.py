"""Where the two documents are: inside an installed package, or beside it in a checkout."""

from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final, TypeAlias

from brokerage_positions.portfolio.frames.extras import library

from ..state import BrokerName

#: As parsed: what is read from it is judged by the compiler of schemas, and by this project's own checks on documents.
Document: TypeAlias = dict[str, Any]
FILES: Final[Mapping[BrokerName, str]] = {"alpaca": "alpaca-broker.yaml", "clear_street": "clear-street.yaml"}
_CHECKOUT: Final = Path(__file__).parents[4] / "openapi"


def document(broker: BrokerName) -> Document:
    yaml = library("yaml", "sandbox")
    # The same language, several times as fast where the C library is there.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: Document = yaml.load(place(FILES[broker]).read_text("utf-8"), Loader=loader)
    return found


def place(name: str) -> Traversable:
    """A wheel carries copies below ``documents``; a checkout has the documents themselves."""
    for folder in (resources.files("brokerage_positions.sandbox") / "documents", _CHECKOUT):
        if (file := folder / name).is_file():
            return file
    raise FileNotFoundError(f"{name} is neither in the installed package nor in {_CHECKOUT}: install the package again")
