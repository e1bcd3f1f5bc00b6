"""The vectors as they are on disk."""

import base64
import json
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

ROOT: Final = Path(__file__).parent.parent.parent / "openapi"
FOLDER: Final = ROOT / "vectors"
FILES: Final = tuple(sorted(FOLDER.glob("*/*.json")))


@frozen
class Vector:
    """One vector and the file that holds it."""

    file: Path
    members: dict[str, Any] = field(repr=False)

    @property
    def document(self) -> str:
        """The document's name, which is also the folder's."""
        return self.file.parent.name

    @property
    def operation(self) -> str:
        name: str = self.members["operation"]
        return name

    @property
    def error(self) -> dict[str, Any] | None:
        return self.members.get("error")

    def __str__(self) -> str:
        return f"{self.document}/{self.file.stem}/{self.members['name']}"


def vectors(kind: str) -> list[Vector]:
    """All vectors of a kind: ``requests`` or ``responses``."""
    files = {path: json.loads(path.read_text("utf-8")) for path in FILES}
    return [Vector(path, members) for path, file in files.items() for members in file.get(kind, ())]


def body_of(response: dict[str, Any]) -> bytes:
    """The bytes that the server answers with."""
    if "base64" in response:
        return base64.b64decode(response["base64"])
    if "body" in response:
        return bytes(response["body"], "utf-8")
    return json.dumps(response["json"], ensure_ascii=False, separators=(",", ":")).encode()
