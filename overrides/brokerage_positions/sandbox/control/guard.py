"""A page of somebody else, open in a browser on this machine, must not reach the sandbox."""

from typing import Final
from urllib.parse import urlsplit

from ..messages import Request

_HERE: Final = frozenset(("127.0.0.1", "localhost", "::1"))


def stranger(request: Request) -> str | None:
    """Why a request is not taken: by a name that leads here but is not ours, or from a page that is not ours."""
    host = request.header("host")
    if hostname(f"//{host}") not in _HERE:
        return "the sandbox answers to 127.0.0.1 and localhost only"
    origin = request.header("origin")
    if origin and origin != f"http://{host}":
        return "a page of another origin asks"
    return None


def hostname(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
