"""One operation of the API, as data: how its request is spelled, and what each answer means."""

from typing import Any, Generic, TypeVar

from attrs import Factory, field, frozen

from ..client import Client
from ..errors import ErrorResponse
from ..types import UNSET, File, Request, Response
from .codec import Codec
from .exchange import Received, send, send_async
from .request import Parameter, Path, form_fields, form_parts, spell_named, spell_path, spell_query, write_json
from .response import Answer, Answers, accepted, by_status, find_answer

All = TypeVar("All")
Good = TypeVar("Good")


@frozen(eq=False)
class Body:
    """One way to write the body of a request; ``text`` goes out as it is given, not as a JSON string."""

    content_type: str
    codec: Codec[Any]
    text: bool = False

    def content(self, wire: Any) -> tuple[str, bytes]:
        """The content type and the bytes of an encoded value that is not a form."""
        if isinstance(wire, File):
            kind = (wire.mime_type or "application/octet-stream") if "*" in self.content_type else self.content_type
            return kind, wire.payload.read()
        if not self.text:
            return self.content_type, write_json(wire).encode("utf-8")
        charset = "" if wire.isascii() or not self.content_type.startswith("text/") else "; charset=utf-8"
        return self.content_type + charset, wire.encode("utf-8")


@frozen(eq=False)
class Operation(Generic[All, Good]):
    """``All`` is what any documented answer decodes to, ``Good`` what a success does."""

    method: str
    path: Path
    query: tuple[Parameter, ...] = ()
    headers: tuple[Parameter, ...] = ()
    cookies: tuple[Parameter, ...] = ()
    bodies: tuple[Body, ...] = ()
    answers: tuple[Answer, ...] = ()
    _by_status: Answers = field(init=False, default=Factory(lambda self: by_status(self.answers), takes_self=True))
    _accepted: dict[str, str] = field(init=False, default=Factory(lambda self: accepted(self.answers), takes_self=True))

    def request(
        self,
        path: tuple[Any, ...] = (),
        query: tuple[Any, ...] = (),
        headers: tuple[Any, ...] = (),
        cookies: tuple[Any, ...] = (),
        body: Any = UNSET,
    ) -> Request:
        """The request for these values, each tuple in the order of the parameters it belongs to."""
        target = spell_path(self.path, path) + spell_query(self.query, query)
        named = {**self._accepted, **spell_named(self.headers, headers)}
        return Request(self.method, target, cookies=spell_named(self.cookies, cookies), **self._body(body, named))

    def _body(self, value: Any, headers: dict[str, str]) -> dict[str, Any]:
        if value is UNSET:
            return {"headers": headers}
        problem: Exception = TypeError("this operation takes no body")
        for body in self.bodies:
            try:
                wire = body.codec.encode(value)
            except (TypeError, ValueError) as error:
                problem = type(error)(f"body: {error}")
                continue
            if body.content_type == "multipart/form-data":  # httpx adds the boundary
                return {"headers": headers, "files": form_parts(wire)}
            if body.content_type == "application/x-www-form-urlencoded":
                headers["Content-Type"] = body.content_type
                return {"headers": headers, "data": form_fields(wire)}
            headers["Content-Type"], content = body.content(wire)
            return {"headers": headers, "content": content}
        raise problem

    def detailed(self, client: Client, request: Request) -> Response[All]:
        """Send the request; any documented answer is returned."""
        return self.read(send(client, request))

    def value(self, client: Client, request: Request) -> Good:
        """Send the request; the value of a success is returned, a documented failure raised."""
        return self._value(send(client, request))

    async def detailed_async(self, client: Client, request: Request) -> Response[All]:
        """As ``detailed``."""
        return self.read(await send_async(client, request))

    async def value_async(self, client: Client, request: Request) -> Good:
        """As ``value``."""
        return self._value(await send_async(client, request))

    def read(self, received: Received) -> Response[All]:
        """What the document makes of an answer."""
        answer = find_answer(self._by_status, *received)
        status, headers, content = received
        return Response(status, headers, content, answer.read(status, headers, content))

    def _value(self, received: Received) -> Good:
        answer = find_answer(self._by_status, *received)
        found = answer.read(*received)
        if answer.failure:
            raise ErrorResponse("the operation failed", *received, found)
        good: Good = found
        return good
