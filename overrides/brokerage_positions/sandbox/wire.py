"""An answer as bytes.  By hand: a library that keeps the protocol would refuse to break it."""

from http import HTTPStatus

from .faults import Framing
from .messages import Answer


def head(answer: Answer, framing: Framing, *, closes: bool, bodiless: bool) -> bytes:
    """Status line and headers."""
    lines = [status_line(answer.status)]
    if answer.body:
        lines.append(f"Content-Type: {answer.content_type}")
    lines += [f"{name}: {value}" for name, value in answer.headers]
    if framing == "chunked":
        lines.append("Transfer-Encoding: chunked")
    elif framing == "length" and not bodiless:
        lines.append(f"Content-Length: {len(answer.body)}")
    if closes:
        lines.append("Connection: close")
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def body(answer: Answer, framing: Framing) -> bytes:
    if framing != "chunked":
        return answer.body
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(answer.body), answer.body) if answer.body else b"0\r\n\r\n"


def informational(status: int) -> bytes:
    return f"{status_line(status)}\r\n\r\n".encode("latin-1")


def status_line(status: int) -> str:
    try:
        return f"HTTP/1.1 {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"HTTP/1.1 {status} "
