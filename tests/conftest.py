"""Fixtures every test may use."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No timed tests: a slow machine is no failure.
settings.register_profile("house", deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

Golden = Callable[[bytes, Path], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write what the code produces over the golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare bytes with a committed file; ``pytest --rewrite-golden`` writes the files instead."""

    def check(produced: bytes, path: Path) -> None:
        if request.config.getoption("--rewrite-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(produced)
        assert path.is_file(), f"{path.name} is missing: run pytest --rewrite-golden and read what it wrote"
        assert produced.decode("utf-8") == path.read_text("utf-8")

    return check
