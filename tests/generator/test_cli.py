"""``python -m generator``: exit codes, reports, and that a failed run writes nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import store
from generator.__main__ import main
from tests.generator import pages

ROOT = Path(__file__).resolve().parents[2]
Capture = pytest.CaptureFixture[str]


def _folder(base: Path, **texts: str) -> Path:
    folder = base / "pages"
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def _build(folder: Path, into: Path, *more: str) -> int:
    return main(["build", "--pages", str(folder), "--into", str(into), *more])


def test_a_folder_of_pages_becomes_one_document(tmp_path: Path, capsys: Capture) -> None:
    into = tmp_path / "things.yaml"
    assert _build(_folder(tmp_path, a=pages.readme(path="/v1/things/{thing}"), b=pages.HUGO), into) == 0
    document = store.read_yaml(into)
    assert document["openapi"] == "3.1.0"
    assert list(document["paths"]) == ["/v1/things/{thing}"]
    told = capsys.readouterr().out
    assert "    - [1] a.txt\n    - [2] b.txt\n" in told
    assert "operations  1" in told


def test_the_same_pages_under_other_names_give_the_same_bytes_under_every_hash_seed(tmp_path: Path) -> None:
    texts = [pages.readme(), pages.HUGO, pages.readme(path="/v1/others", operationId="getOthers")]
    produced = set()
    for seed, names in (("0", "abc"), ("1", "cab")):
        (tmp_path / seed).mkdir()
        folder = _folder(tmp_path / seed, **dict(zip(names, texts, strict=True)))
        into = tmp_path / seed / "out.yaml"
        arguments = [sys.executable, "-m", "generator", "build", "--pages", str(folder), "--into", str(into)]
        subprocess.run(arguments, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=False, timeout=60)
        produced.add(into.read_bytes())
    assert len(produced) == 1


def test_a_page_of_no_known_kind_is_listed_and_the_build_goes_on(tmp_path: Path, capsys: Capture) -> None:
    into = tmp_path / "out.yaml"
    folder = _folder(tmp_path, a=pages.readme(), b=pages.UNKNOWN, c="", d=pages.embedded('{"not": "openapi"}'))
    assert _build(folder, into) == 1
    told = capsys.readouterr().out
    for name in ("b.txt", "c.txt", "d.txt"):
        assert f"page-skipped: {name}: " in told
    assert list(store.read_yaml(into)["paths"]) == ["/v1/things"]


def test_strict_makes_an_unusable_page_an_error(tmp_path: Path, capsys: Capture) -> None:
    into = tmp_path / "out.yaml"
    assert _build(_folder(tmp_path, a=pages.readme(), b=pages.UNKNOWN), into, "--strict") == 2
    assert "error: b.txt: not a page of a known kind" in capsys.readouterr().err
    assert not into.exists()


def test_every_broken_page_is_named_and_what_was_there_stays(tmp_path: Path, capsys: Capture) -> None:
    into = tmp_path / "out.yaml"
    into.write_bytes(b"as it was")
    cut = pages.readme()[: len(pages.readme()) // 2]
    folder = _folder(tmp_path, a=pages.readme(), b=cut, c=pages.embedded('{"openapi": "3.0.0", "openapi": "3.0.0"}'))
    (folder / "d.txt").write_bytes(b"\xff\xfe")
    assert _build(folder, into) == 2
    told = capsys.readouterr().err
    assert [name in told for name in ("a.txt", "b.txt", "c.txt", "d.txt")] == [False, True, True, True]
    assert into.read_bytes() == b"as it was"


def test_a_folder_is_one_api(tmp_path: Path, capsys: Capture) -> None:
    folder = _folder(tmp_path, a=pages.readme("One API"), b=pages.readme("Other API", "/v1/others", operationId="x"))
    assert _build(folder, tmp_path / "out.yaml") == 1
    assert "titles-differ" in capsys.readouterr().out
    assert _build(folder, tmp_path / "out.yaml", "--api-title", "Both") == 0
    assert store.read_yaml(tmp_path / "out.yaml")["info"]["title"] == "Both"


def test_a_missing_or_empty_folder_is_told(tmp_path: Path, capsys: Capture) -> None:
    assert _build(tmp_path / "none", tmp_path / "out.yaml") == 2
    assert "no such folder" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert _build(tmp_path / "empty", tmp_path / "out.yaml") == 1
    assert "no-operations" in capsys.readouterr().out


def test_json_is_written_where_the_name_asks_for_it(tmp_path: Path) -> None:
    into = tmp_path / "out.json"
    assert _build(_folder(tmp_path, a=pages.readme()), into) == 0
    assert into.read_bytes().startswith(b'{\n  "openapi": "3.1.0"')


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the generator reads and writes."""
    root = tmp_path_factory.mktemp("copy")
    for name in ("openapi", "overrides", "generated_client"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    return root


def _copy(repository: Path, into: Path) -> Path:
    shutil.copytree(repository, into / "repository")
    return into / "repository"


def test_the_committed_tree_is_what_its_extracts_build(repository: Path, capsys: Capture) -> None:
    assert main(["check", "--root", str(repository)]) == 0
    assert "every generated byte is as committed" in capsys.readouterr().out


def test_check_names_every_file_that_was_edited_added_or_removed(
    repository: Path, tmp_path: Path, capsys: Capture
) -> None:
    root = _copy(repository, tmp_path)
    document = root / "openapi" / "clear-street.yaml"
    document.write_bytes(document.read_bytes() + b"# mine\n")
    (root / "generated_client" / "clear_street_client" / "extra.py").write_text("")
    (root / "generated_client" / "alpaca_broker_client" / "py.typed").unlink()
    before = store.read_tree(root)
    assert main(["check", "--root", str(root)]) == 1
    told = capsys.readouterr().out
    for path in ("openapi/clear-street.yaml", "clear_street_client/extra.py", "alpaca_broker_client/py.typed"):
        assert path in told
    assert store.read_tree(root) == before


def test_a_build_that_fails_leaves_the_committed_tree_as_it_was(
    repository: Path, tmp_path: Path, capsys: Capture
) -> None:
    root = _copy(repository, tmp_path)
    overlay = next((root / "overrides" / "overlays" / "clear-street").glob("*.yaml"))
    overlay.write_text(overlay.read_text("utf-8").replace("target: ", "target: $.nowhere #", 1), "utf-8")
    before = store.read_tree(root)
    assert main(["all", "--root", str(root)]) == 2
    assert overlay.stem in capsys.readouterr().err
    assert store.read_tree(root) == before


def test_a_build_with_nothing_new_changes_no_file(repository: Path, tmp_path: Path, capsys: Capture) -> None:
    root = _copy(repository, tmp_path)
    times = {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}
    assert main(["specs", "--root", str(root)]) == 0
    assert "files changed  nothing" in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()} == times


def test_the_seed_pages_reproduce_the_committed_extracts(repository: Path, tmp_path: Path, capsys: Capture) -> None:
    seeds = ROOT.parent / "shared" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the raw pages are not on this machine: whether they reproduce the extracts was NOT checked")
    root = _copy(repository, tmp_path)
    shutil.rmtree(root / "openapi" / "extracted")
    assert main(["specs", "--root", str(root), "--pages", str(seeds), "--strict"]) == 0
    assert store.read_tree(root / "openapi") == store.read_tree(repository / "openapi")


def test_a_page_that_gained_an_operation_replaces_its_extract(repository: Path, tmp_path: Path) -> None:
    root = _copy(repository, tmp_path)
    before = pages.HUGO.replace("/v1/things/{name}", "/v1/trading/accounts/{account_id}/things")
    after = (
        before + "\n## **Making One**\n\n`POST /v1/trading/accounts/{account_id}/things`\n\n### Response\n\nHTTP 201\n"
    )
    folder = _folder(tmp_path, a=before)
    assert main(["specs", "--root", str(root), "--pages", str(folder)]) != 2
    extracted = root / "openapi" / "extracted" / "alpaca-broker"
    assert (extracted / "hugo.get-things.yaml").is_file()
    (folder / "a.txt").write_text(after, "utf-8")
    assert main(["specs", "--root", str(root), "--pages", str(folder)]) != 2
    assert not (extracted / "hugo.get-things.yaml").exists()
    assert (extracted / "hugo.get-things+post-things.yaml").is_file()
