"""Whether a request, and the answer to it, are what the documents say."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Final

from ..messages import Answer, Json, Request
from ..outcome import Outcome
from .operations import Contract, Operation, Parameter, Schema

_INTEGER: Final = re.compile(r"[+-]?[0-9]+", re.ASCII)
#: The brokers' servers read more spellings of a boolean than the documents promise; SDKs send some of them.
_BOOLEANS: Final = {"true": True, "1": True, "t": True, "false": False, "0": False, "f": False}


class Drift(Exception):
    """The sandbox was about to answer what the document does not allow.  It is the sandbox, or the document, that is
    wrong: never the client."""


def held_to_documents(
    contract: Contract, request: Request, outcome: Outcome, refuse: Callable[[str], Outcome]
) -> tuple[Outcome, tuple[str, ...]]:
    """The outcome, if the answer is what it has to be, else ``Drift``; and what is wrong with the request.

    That a request is refused which the document allows is the broker's right.  What the document does not allow is
    never granted: it is refused with all that is wrong with it.
    """
    operation = contract.operation(request.method, request.segments())
    if operation is None:
        if outcome.answer.status < 300:
            raise Drift(f"{request.method} {request.path}: granted, but no document has it")
        return outcome, ()
    wrong = tuple(request_problems(operation, request))
    if wrong and outcome.answer.status < 300:
        outcome = refuse("; ".join(wrong))
    if found := list(answer_problems(operation, outcome.answer)):
        raise Drift(f"{operation.id}, status {outcome.answer.status}: {'; '.join(found)}")
    return outcome, wrong


def request_problems(operation: Operation, request: Request) -> Iterator[str]:
    path = dict(zip(operation.names, request.segments(), strict=True))
    query = request.query()
    for each in operation.parameters:
        match each.place:
            case "path":
                yield from parameter_problems(each, path.get(each.name))
            case "query":
                # "An empty value counts as none", as the documents have it.
                yield from parameter_problems(each, query.get(each.name) or None)
            case _:
                yield from parameter_problems(each, request.header(each.name.lower()) or None)
    if operation.body is not None and request.body:
        try:
            content: Json = json.loads(request.body)
        except ValueError:
            yield "the body is no JSON"
        else:
            yield from (f"body: {problem}" for problem in operation.body.problems(content))


def parameter_problems(parameter: Parameter, given: str | None) -> Iterator[str]:
    if given is not None:
        found = parameter.schema.problems(read(parameter.schema, given))
        yield from (f"{parameter.name}: {problem}" for problem in found)
    elif parameter.required:
        yield f"{parameter.name} is missing"


def read(schema: Schema, text: str) -> Json:
    """What a text of a path, query or header stands for; what does not fit stays a text, and is found wrong."""
    match schema.kind:
        case "integer" if _INTEGER.fullmatch(text):
            return int(text)
        case "boolean":
            return _BOOLEANS.get(text.lower(), text)
        case "array":
            return [*text.split(",")]
        case _:
            return text


def answer_problems(operation: Operation, answer: Answer) -> Iterator[str]:
    """A status that the document does not list is held to its ``default``."""
    reply = operation.replies.get(str(answer.status)) or operation.replies.get("default")
    if reply is None:
        yield "the status is not documented"
        return
    headers = {name.lower(): value for name, value in answer.headers}
    for name, schema in reply.headers.items():
        if name in headers:
            yield from (f"{name}: {problem}" for problem in schema.problems(read(schema, headers[name])))
    media = answer.content_type.partition(";")[0]
    if media not in reply.schemas:
        yield f"{media} is not documented"
        return
    yield from reply.schemas[media].problems(json.loads(answer.body))
