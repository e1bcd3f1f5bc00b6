"""Golden pairs: ``normalize/<case>.yaml`` is what an extractor gave, ``<case>.expected.yaml`` what it becomes."""

from pathlib import Path

import pytest

from generator import store
from generator.model import Fragment
from generator.normalize import normalize
from tests.conftest import Golden

HERE = Path(__file__).parent / "normalize"
CASES = sorted(path for path in HERE.glob("*.yaml") if ".expected" not in path.name)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_golden(case: Path, golden: Golden) -> None:
    fragment = Fragment("readme", "page.md", "0" * 64, store.read_yaml(case), {})
    result = normalize(fragment)
    told = [f"{repair.code}: {repair.where}: {repair.what}" for repair in result.repairs]
    golden(store.to_yaml({"document": result.document, "repairs": told}), case.with_suffix(".expected.yaml"))


def test_input_is_left_alone() -> None:
    before = store.read_yaml(HERE / "hoist_restores_recursion.yaml")
    fragment = Fragment("readme", "page.md", "0" * 64, before, {})
    normalize(fragment)
    assert before == store.read_yaml(HERE / "hoist_restores_recursion.yaml")


def test_normalising_twice_changes_nothing_more() -> None:
    for case in CASES:
        once = normalize(Fragment("readme", "page.md", "0" * 64, store.read_yaml(case), {}))
        assert normalize(once).document == once.document
