"""A server with one answer, in a process of its own, so that what it costs is not taken for the client's."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from bench.measure import ROOT


@contextmanager
def answered(content: bytes) -> Iterator[str]:
    """The address of a server that answers every request with this JSON."""
    command = [sys.executable, "-m", "bench.serving"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(content)
        process.stdin.close()
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.terminate()


def _serve() -> None:
    content = sys.stdin.buffer.read()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
    answer = head.encode() + content
    with socket.create_server(("127.0.0.1", 0)) as listening:
        print(listening.getsockname()[1], flush=True)
        while True:
            connection, _ = listening.accept()
            with connection, suppress(ConnectionError):
                while connection.recv(65536):
                    connection.sendall(answer)


if __name__ == "__main__":
    _serve()
