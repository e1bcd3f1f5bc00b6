"""Does what a page says: every block, in order, as a reader would at a terminal."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

from docs.blocks import Block
from docs.build import ROOT

#: What the pages tell a reader to start, and where they say that it is.
START: Final = "positions sandbox --port 8400"
ADDRESS: Final = "127.0.0.1:8400"
PATIENCE: Final = 120


class Reader:
    """Does what a page says, in an empty folder, from top to bottom."""

    def __init__(self, page: Path, folder: Path, address: str) -> None:
        self.page = page
        self.folder = folder
        self.address = address
        self.names: dict[str, Any] = {"__name__": "__main__"}
        self.environment = environment()
        self.environment |= {"HOME": str(folder), "PATH": f"{_commands(folder)}{os.pathsep}{os.environ['PATH']}"}

    def do(self, block: Block) -> None:
        text = block.after().replace(ADDRESS, self.address)
        if block.title is not None:
            (self.folder / block.title).write_text(text, "utf-8")
        elif block.language in ("python", "diff"):
            # As many lines before it as in the page, so that a traceback names the page's.
            code = compile("\n" * (block.line - 1) + text, str(self.page), "exec")
            exec(code, self.names)
        elif block.language == "sh" and block.text.strip() != START:
            self.shell(block, text)
        elif block.language == "toml":
            tomllib.loads(text)

    def shell(self, block: Block, text: str) -> None:
        """Variables that it sets live on in the next one, as in a terminal."""
        kept = self.folder.with_name("environment")
        ran = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", f'{text}\nenv -0 > "{kept}"'],
            cwd=self.folder,
            env=self.environment,
            text=True,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        where = f"{self.page.name}, line {block.line}"
        assert ran.returncode == 0, f"{where}: {ran.stdout}{ran.stderr}"
        self.environment = dict(one.split("=", 1) for one in kept.read_text("utf-8").split("\0") if one)


def environment() -> dict[str, str]:
    """Nothing of the developer's own that could stand in for what a page forgot to say."""
    kept = {name: value for name, value in os.environ.items() if not re.match("APCA|CLEAR_STREET|POSITIONS|XDG", name)}
    return {**kept, "PYTHONPATH": os.pathsep.join(map(str, (ROOT / "overrides", ROOT / "generated_client", ROOT)))}


def _commands(folder: Path) -> Path:
    """The commands that pages name: those of this checkout; ``make`` only says what it would do, ``pip`` nothing."""
    commands = folder.with_name("commands")
    commands.mkdir()
    for name, does in {
        "python": f'exec "{sys.executable}" "$@"',
        "positions": f'exec "{sys.executable}" -m brokerage_positions.cli "$@"',
        "make": f'exec env -u MAKEFLAGS "$(PATH="{os.environ["PATH"]}" command -v make)" --dry-run -C "{ROOT}" "$@"',
        "git": f'exec env PATH="{os.environ["PATH"]}" git -C "{ROOT}" "$@"',
        "pip": ":",
    }.items():
        (commands / name).write_text(f"#!/bin/sh\n{does}\n", "utf-8")
        (commands / name).chmod(0o755)
    return commands
