"""The sample document, rendered once and imported, and ways to answer what its client asks."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from generator import store
from generator.render import render
from tests.render.loopback import Loopback

SAMPLE: Final = Path(__file__).parent / "sample.yaml"


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rendered")
    files = render(store.read_yaml(SAMPLE), "sample_client", source="sample.yaml", source_sha256="0" * 64)
    store.write_tree(folder / "sample_client", files)
    return folder


@pytest.fixture(scope="session")
def sample(sample_folder: Path) -> Iterator[Any]:
    """The rendered package, imported; what pickles its values finds it in ``sys.modules``."""
    sys.path.insert(0, str(sample_folder))
    yield importlib.import_module("sample_client")
    sys.path.remove(str(sample_folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == "sample_client"]:
        del sys.modules[name]


@pytest.fixture(scope="session")
def models(sample: Any) -> Any:
    return importlib.import_module("sample_client.models")


@pytest.fixture(scope="session")
def errors(sample: Any) -> Any:
    return importlib.import_module("sample_client.errors")


@pytest.fixture(scope="session")
def types(sample: Any) -> Any:
    return importlib.import_module("sample_client.types")


@pytest.fixture(scope="session")
def operation(sample: Any) -> Callable[[str], Any]:
    """The module of an operation by its name."""

    def find(name: str) -> Any:
        tag = "lockers" if "locker" in name else "other_things"
        return importlib.import_module(f"sample_client.api.{tag}.{name}")

    return find


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    with Loopback() as server:
        yield server


@pytest.fixture(scope="session")
def answering(sample: Any) -> Callable[..., Any]:
    """A client whose every request gets this answer; the requests are kept in ``client.sent``."""

    def make(
        status: int, content: bytes = b"", content_type: str = "application/json"
    ) -> tuple[Any, list[httpx.Request]]:
        sent: list[httpx.Request] = []

        def handle(request: httpx.Request) -> httpx.Response:
            sent.append(request)
            return httpx.Response(status, content=content, headers={"content-type": content_type, "x-id": "7"})

        settings = {"httpx_args": {"transport": httpx.MockTransport(handle)}}
        return sample.AuthenticatedClient("https://sample.test", "hush", **settings), sent

    return make
