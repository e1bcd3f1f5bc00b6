"""Requests from programs: inspect, reset, restore, plant faults, move the clock.  All content is JSON.

GET    /_sandbox/accounts    who may call, and whose positions there are
GET    /_sandbox/state       a snapshot; PUT restores one
GET    /_sandbox/log         every request, and what became of it; ?since=NUMBER
GET    /_sandbox/faults      the rules; POST adds one, DELETE removes all
GET    /_sandbox/clock       the time; POST {"seconds": n} moves it ahead
POST   /_sandbox/reset       as in the beginning
"""

import json
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from .. import files, web
from ..desk import Desk
from ..messages import Answer, Json, JsonObject, Request, json_answer
from ..scenario import ScenarioError, read_rule
from ..state import State
from ..texts import timestamp
from .guard import stranger

PREFIX: Final = "/_sandbox/"
Endpoint: TypeAlias = Callable[[Desk, Request], Answer]


def answer(desk: Desk, request: Request, *, page: bool) -> Answer:
    if (why := stranger(request)) is not None:
        return refused(403, why)
    name = request.path.removeprefix(PREFIX)
    if page and (found := web.answer(desk, request, name)) is not None:
        return found
    methods = ENDPOINTS.get(name)
    if methods is None:
        return refused(404, f"there is {', '.join(PREFIX + each for each in ENDPOINTS)}; a page to watch with web=True")
    endpoint = methods.get(request.method)
    if endpoint is None:
        return refused(405, f"{PREFIX}{name} takes {', '.join(methods)}")
    try:
        return endpoint(desk, request)
    except (ScenarioError, Unusable) as error:
        return refused(422, str(error))


class Unusable(ValueError):
    """The content of a request is not what it has to be."""


def refused(status: int, why: str) -> Answer:
    return json_answer(status, {"error": why})


def done() -> Answer:
    return json_answer(200, {"done": True})


def content(request: Request) -> Any:
    try:
        return json.loads(request.body)
    except ValueError as error:
        raise Unusable(f"the body is no JSON: {error}") from error


def accounts(desk: Desk, _: Request) -> Answer:
    held = desk.state().accounts.values()
    keys = desk.credentials
    return json_answer(
        200,
        {
            "alpaca": {
                "key": keys.alpaca_key,
                "secret": keys.alpaca_secret,
                "accounts": [each.id for each in held if each.broker == "alpaca"],
            },
            "clear_street": {
                "key": keys.clear_street_key,
                "accounts": [int(each.id) for each in held if each.broker == "clear_street"],
            },
        },
    )


def state(desk: Desk, _: Request) -> Answer:
    return Answer(200, files.as_json(desk.state()).encode())


def restore(desk: Desk, request: Request) -> Answer:
    found = content(request)
    try:
        restored: State = files.state_of(found)
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise Unusable(f"this is no snapshot of GET {PREFIX}state: {error!r}") from error
    desk.update(lambda _: restored)
    return done()


def log(desk: Desk, request: Request) -> Answer:
    asked = request.query().get("since", "0")
    if not asked.isascii() or not asked.isdecimal():
        raise Unusable("since is the number of an entry")
    entries = ",".join(files.as_json(each) for each in desk.log() if each.number >= int(asked))
    return Answer(200, f"[{entries}]".encode())


def faults(desk: Desk, _: Request) -> Answer:
    planted: list[Json] = [
        {
            "fault": each.rule.fault.name,
            "method": each.rule.method,
            "path": each.rule.path,
            "fitted": each.fitted,
            "struck": each.struck,
        }
        for each in desk.plan.tallies()
    ]
    body: JsonObject = {"seed": desk.plan.seed, "faults": planted}
    return json_answer(200, body)


def plant(desk: Desk, request: Request) -> Answer:
    desk.plant(read_rule(content(request)))
    return done()


def clear(desk: Desk, _: Request) -> Answer:
    desk.clear_faults()
    return done()


def clock(desk: Desk, _: Request) -> Answer:
    now = desk.clock.now()
    return json_answer(200, {"now": timestamp(now), "nanoseconds": now})


def advance(desk: Desk, request: Request) -> Answer:
    match content(request):
        case {"seconds": int() | float() as seconds} if 0 <= seconds <= MOST_SECONDS:
            desk.advance(seconds)
            return clock(desk, request)
        case _:
            raise Unusable('the body is {"seconds": n}, where n is 0 to a year')


def reset(desk: Desk, _: Request) -> Answer:
    desk.reset()
    return done()


MOST_SECONDS: Final = 31_536_000
ENDPOINTS: Final[dict[str, dict[str, Endpoint]]] = {
    "accounts": {"GET": accounts},
    "state": {"GET": state, "PUT": restore},
    "log": {"GET": log},
    "faults": {"GET": faults, "POST": plant, "DELETE": clear},
    "clock": {"GET": clock, "POST": advance},
    "reset": {"POST": reset},
}
