"""What goes over a real connection: a request taken apart, an answer put together."""

from typing import Any

from .loading import body_of


def answer(response: dict[str, Any]) -> bytes:
    """The answer of a vector, byte for byte."""
    body = body_of(response)
    named = {"connection": "close", "content-length": str(len(body)), **response["headers"]}
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {response['status']} X\r\n{head}\r\n".encode() + body


def request(received: bytes) -> dict[str, Any]:
    """The request in the form of the vectors, with those headers that they speak of."""
    head, _, body = received.partition(b"\r\n\r\n")
    first, *lines = head.decode("ascii").split("\r\n")
    method, target, _ = first.split(" ")
    path, _, query = target.partition("?")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    spoken = {name: headers[name] for name in ("accept", "content-type", "authorization") if name in headers}
    length = int(headers.get("content-length", "0"))
    assert length == len(body)
    text = body.decode("utf-8") if "content-type" in headers or length else None
    return {"method": method, "path": path, "query": query, "headers": spoken, "body": text}
