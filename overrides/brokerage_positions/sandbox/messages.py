"""Requests and answers as values, between the bytes of ``server`` and the meaning in the two brokers' packages."""

import json
from collections.abc import Mapping
from typing import TypeAlias
from urllib.parse import parse_qsl, unquote

from attrs import field, frozen

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = dict[str, Json]
Headers: TypeAlias = tuple[tuple[str, str], ...]


@frozen
class Request:
    """A request as read: ``target`` is the raw one of the request line; names of headers are in lower case."""

    method: str
    target: str
    headers: Headers = field(default=(), repr=False)
    body: bytes = b""

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key == name), "")

    def query(self) -> Mapping[str, str]:
        """The query, decoded; of a repeated name the first counts."""
        pairs = parse_qsl(self.target.partition("?")[2], keep_blank_values=True)
        return dict(reversed(pairs))

    def segments(self) -> tuple[str, ...]:
        """The path, split at its raw slashes and only then decoded, so that ``BTC%2FUSD`` is one segment.

        Empty segments and dot segments are collapsed, as the proxies before a real service do: ``positions/`` and
        ``positions/.`` are ``positions``.  A client that lets one through closes the whole account.
        """
        found: list[str] = []
        for raw in self.path.split("/"):
            match unquote(raw):
                case "" | ".":
                    continue
                case "..":
                    del found[-1:]
                case segment:
                    found.append(segment)
        return tuple(found)


@frozen
class Answer:
    """A whole answer, before anything goes wrong with it."""

    status: int
    body: bytes = field(default=b"", repr=False)
    content_type: str = "application/json; charset=utf-8"
    headers: Headers = ()


def json_answer(status: int, content: Json, *headers: tuple[str, str]) -> Answer:
    return Answer(status, json.dumps(content, separators=(",", ":")).encode(), headers=headers)
