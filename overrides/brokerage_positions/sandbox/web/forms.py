"""The page, and what its buttons do: each leads back to it."""

from urllib.parse import parse_qsl

from ..desk import Desk
from ..messages import Answer, Request
from ..scenario import read_rule
from .frame import BUTTONS, HEADERS, page
from .now import now

HOME = "/_sandbox/"


def answer(desk: Desk, request: Request, name: str) -> Answer | None:
    """The page's own requests; ``None`` for all others."""
    match request.method, name:
        case (("GET" | "HEAD"), ""):
            return Answer(200, page(now(desk)).encode(), "text/html; charset=utf-8", HEADERS)
        case "POST", "page/plant" | "page/clear" | "page/advance" | "page/reset":
            given = dict(parse_qsl(request.body.decode("utf-8", "replace")))
            return pressed(desk, name, given)
        case _:
            return None


def pressed(desk: Desk, name: str, given: dict[str, str]) -> Answer:
    match name:
        case "page/plant" if given.get("fault") in BUTTONS:
            plant(desk, given["fault"], given.get("method", ""), given.get("times", ""))
        case "page/clear":
            desk.clear_faults()
        case "page/advance" if given.get("seconds") in ("1", "60"):
            desk.advance(int(given["seconds"]))
        case "page/reset":
            desk.reset()
        case _:
            return Answer(422, b"no such button", "text/plain; charset=utf-8")
    return Answer(303, headers=(("Location", HOME),))


def plant(desk: Desk, fault: str, method: str, times: str) -> None:
    rule: dict[str, object] = {"fault": fault, "with": BUTTONS[fault]}
    if method in ("GET", "DELETE"):
        rule["method"] = method
    if times in ("1", "3"):
        rule["times"] = int(times)
    desk.plant(read_rule(rule))
