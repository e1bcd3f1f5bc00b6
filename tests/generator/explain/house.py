"""A small repository of one broker, built from pages by the real generator."""

from pathlib import Path
from typing import Any

from generator import store
from generator.__main__ import main
from tests.generator import pages

PATH = "/v1/things/{thing}"
SOURCES = """[things]
document = "things.yaml"
package = "things_client"
kinds = ["readme", "hugo"]
paths = ["/v1/"]
"""
HUGO = pages.HUGO.replace("{name}", "{id}").replace("An array of Thing objects", "A Thing object")
MODEL = """class Thing:
    id: UUID
    qty: Decimal | Unset = UNSET
    colour: ThingColour | Unset = UNSET
"""
COLOURS = """class ThingColour(OpenStrEnum):
    RED = "red"
    DEEP_BLUE = "deep blue"
"""
OPERATION = """_OPERATION = _wire.Operation("GET", (), answers=(
    _wire.Answer(200, 200, "json", _wire.list_of(_wire.model(Thing))),
    _wire.Answer(0, 999, "json", _wire.model(Thing)),
))
def sync(thing: str, *, client: Client) -> Thing: ...
"""


def page(**thing: Any) -> str:
    """A definition page of one operation, whose answer is a Thing with these members beside its quantity."""
    members = {"qty": {"type": "string", "example": "1.5"}, "colour": {"type": "string", "enum": ["red"]}, **thing}
    answer = {"type": "object", "properties": members, "x-readme-ref-name": "Thing"}
    name = {"name": "thing", "in": "path", "required": True, "schema": {"type": "string"}}
    responses = {"200": {"description": "Fine.", "content": {"application/json": {"schema": answer}}}}
    return pages.readme(path=PATH, operationId="getThing", parameters=[name], responses=responses)


def overlay(*actions: dict[str, Any], evidence: str = "seen on the wire", extends: str = "things.yaml") -> bytes:
    info = {"title": "A claim", "version": "1", "x-reason": "the page is silent", "x-evidence": [evidence]}
    return store.to_yaml({"overlay": "1.0.0", "info": info, "extends": extends, "actions": list(actions)})


def house(root: Path, *texts: str, overlays: dict[str, bytes] | None = None) -> Path:
    """A repository below ``root``: pages extracted, document built, the package written by hand."""
    files = {
        "openapi/sources.toml": SOURCES.encode(),
        "generated_client/things_client/models/thing.py": MODEL.encode(),
        "generated_client/things_client/models/thing_colour.py": COLOURS.encode(),
        "generated_client/things_client/api/default/get_thing.py": OPERATION.encode(),
        **{f"overrides/overlays/{name}.yaml": content for name, content in (overlays or {}).items()},
        **{f"pages/{number}.md": text.encode() for number, text in enumerate(texts or (page(), HUGO))},
    }
    for name, content in files.items():
        store.write_file(root / name, content)
    assert main(["specs", "--root", str(root), "--pages", str(root / "pages")]) in (0, 1)
    return root
