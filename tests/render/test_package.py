"""The package as a whole: how it is laid out, typed, and made."""

import importlib.util
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import openapi_python_client
import pytest

import generator
from generator import store
from generator.render import provenance, render
from tests.render.conftest import SAMPLE

TEMPLATES: Final = Path(generator.__file__).parent / "templates"
USAGE: Final = Path(__file__).parent / "usage.py.txt"

#: The templates of openapi-python-client that ours replace.  If one changes, look at what it does now, then at ours.
REPLACED: Final[Mapping[str, str]] = {
    "api_init.py.jinja": "f3b0290732b219be73b204cc3a44170eab0b64299a485a093306c6cc20d064cc",
    "endpoint_init.py.jinja": "c1837a037fdbbd85b5dc1d49f58bd80a672fe4496cfaaf84d3b91927027b56da",
    "endpoint_module.py.jinja": "c1b2628053eb4875ba59566baa5ae907666f9cbfafa308d93f970a4404b7cd52",
    "int_enum.py.jinja": "cf8776855b1d826971501d5f6d5b38c3cb496aad9276684b8ece268db67918bc",
    "model.py.jinja": "fd1c79680d51c06cfbb89809ad123750ba9add98b688036c04cabbf1f8ba40a0",
    "models_init.py.jinja": "4f64a3d6e1b15a561be5573c1b7702eb928c0e4fa6b67107d20e57a74c44d51a",
    "package_init.py.jinja": "ac15907e32dc39bd9b83ea6f2002fb87514f2182b97f88231b5a9c47321f6210",
    "str_enum.py.jinja": "e4979a5e6b338351eda8bdac534017cfbeb51a809b494fd3c632db39414817fc",
}


@pytest.mark.parametrize("name", sorted(path.name for path in TEMPLATES.glob("*.jinja")))
def test_a_template_that_ours_replaces_has_not_changed(name: str) -> None:
    original = Path(openapi_python_client.__file__).parent / "templates" / name
    assert sha256(original.read_bytes()).hexdigest() == REPLACED[name]


def test_the_layout_is_the_one_that_users_of_the_generator_know(sample_folder: Path) -> None:
    names = set(store.read_tree(sample_folder / "sample_client"))
    assert {"__init__.py", "client.py", "types.py", "errors.py", "py.typed", "models/__init__.py"} <= names
    assert {"api/__init__.py", "api/lockers/list_lockers.py", "api/other_things/add_note.py"} <= names
    assert {"models/locker.py", "models/kind.py"} <= names
    assert not [name for name in names if not name.endswith((".py", "py.typed"))]


def test_every_module_says_that_it_is_generated_and_from_what(sample_folder: Path) -> None:
    for name, content in store.read_tree(sample_folder / "sample_client").items():
        if name.endswith(".py"):
            head = content.decode().splitlines()[:3]
            assert "sample.yaml" in head[0], name
            assert "0" * 64 in head[0], name
            assert "openapi-python-client 0.29.1" in head[1], name
            assert "Do not edit" in head[2], name


def _python(program: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_importing_the_package_imports_no_model(sample_folder: Path) -> None:
    program = "import sys, sample_client.models; print([m for m in sys.modules if 'client.models.' in m])"
    assert _python(program, sample_folder) == "[]"


@pytest.mark.parametrize("first", ["Locker", "Slip", "ClearResult", "LockerPage"])
def test_models_that_hold_each_other_can_be_imported_in_any_order(sample_folder: Path, first: str) -> None:
    program = f"from sample_client.models import {first}, Locker, Slip; print(Slip.__name__, Locker.__name__)"
    assert _python(program, sample_folder) == "Slip Locker"


def test_every_class_is_listed_and_nothing_else_is_found(sample_folder: Path, models: Any) -> None:
    assert {"Locker", "Kind", "Slip"} <= set(models.__all__) <= set(dir(models))
    with pytest.raises(AttributeError, match="Nothing"):
        _ = models.Nothing


def test_descriptions_become_docstrings_as_they_are(models: Any, operation: Any) -> None:
    expected = 'A locker: quotes "so" and \\backslashes\\ and """three""" and {{ braces }} and naïve text"'
    assert models.Locker.__doc__.startswith(expected)
    assert "kind: Which kind this one is." in models.Locker.__doc__
    assert "depot_id: Which depot." in operation("list_lockers").sync.__doc__


def test_the_same_document_gives_the_same_bytes(sample_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "4711")
    again = render(store.read_yaml(SAMPLE), "sample_client", source="sample.yaml", source_sha256="0" * 64)
    assert again == store.read_tree(sample_folder / "sample_client")


def test_provenance_names_sources_and_versions_and_nothing_of_the_machine() -> None:
    told = provenance([("b_client", "openapi/b.yaml", "1" * 64), ("a_client", "openapi/a.yaml", "0" * 64)])
    parsed = tomllib.loads(told)
    assert parsed["a_client"] == {"source": "openapi/a.yaml", "sha256": "0" * 64}
    assert parsed["generator"]["openapi-python-client"] == "0.29.1"
    assert list(parsed) == ["generator", "a_client", "b_client"]
    assert os.getcwd() not in told


@pytest.fixture
def checked(sample_folder: Path, tmp_path: Path) -> Path:
    store.write_tree(tmp_path / "sample_client", store.read_tree(sample_folder / "sample_client"))
    (tmp_path / "usage.py").write_bytes(USAGE.read_bytes())
    (tmp_path / "setup.cfg").write_text("[mypy]\nstrict = true\nwarn_unreachable = true\n")
    settings = '{"typeCheckingMode": "standard", "pythonVersion": "3.11"}'
    (tmp_path / "pyrightconfig.json").write_text(settings)
    return tmp_path


def test_mypy_finds_nothing_in_it_nor_in_what_uses_it(checked: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", "setup.cfg", "--no-incremental", "sample_client", "usage.py"],
        cwd=checked,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(importlib.util.find_spec("pyright") is None, reason="pyright is not installed")
def test_pyright_finds_nothing_in_it_nor_in_what_uses_it(checked: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--pythonpath", sys.executable],
        cwd=checked,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
