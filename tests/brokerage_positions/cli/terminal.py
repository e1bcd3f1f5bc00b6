"""A real terminal: ``positions`` on a pseudo-terminal of some width, typed into and read from."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from types import TracebackType
from typing import Self

from .running import COMMAND, PATIENCE, Home


class Terminal:
    """A session from ``with`` to its end; ``screen`` is every byte that was shown."""

    def __init__(self, home: Home, *arguments: str, columns: int = 160) -> None:
        self.screen = ""
        self._arguments = arguments
        self._home = home
        self._columns = columns
        self._open = True
        self._end = time.monotonic() + PATIENCE

    def __enter__(self) -> Self:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, self._columns, 0, 0))
        self._process = subprocess.Popen(
            [*COMMAND, *self._arguments],
            env={**self._home.variables, "TERM": "xterm-256color"},
            cwd=self._home.path,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # so that Ctrl-C is one
        )
        os.close(slave)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait(PATIENCE)
        if self._open:
            os.close(self._master)
        if error is not None:
            error.add_note(f"the terminal showed:\n{self.screen}")

    def until(self, text: str) -> None:
        """Read until that is shown."""
        while text not in self.screen:
            if not self._read():
                raise AssertionError(f"ended before {text!r} was shown")

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def interrupt(self) -> None:
        """Ctrl-C."""
        self.type("\x03")

    def hang_up(self) -> None:
        """The window is closed: what is written from now on, nobody sees."""
        os.close(self._master)
        self._open = False

    def ended(self) -> int:
        """The exit code; all that is shown until then is read."""
        while self._open and self._read():
            pass
        return self._process.wait(PATIENCE)

    def _read(self) -> bool:
        left = self._end - time.monotonic()
        if left <= 0 or not select.select([self._master], [], [], left)[0]:
            raise TimeoutError("the terminal shows nothing more")
        try:
            data = os.read(self._master, 65536)
        except OSError:  # how a terminal says that nobody is at its other side any more
            return False
        self.screen += data.decode()
        return bool(data)
