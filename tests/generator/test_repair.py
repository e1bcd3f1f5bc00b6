"""Golden pairs: ``repair/<case>.yaml`` is a merged document, ``<case>.expected.yaml`` the one that is written."""

from pathlib import Path

import pytest

from generator import store
from generator.model import Spec
from generator.repair import repair
from tests.conftest import Golden

HERE = Path(__file__).parent / "repair"
CASES = sorted(path for path in HERE.glob("*.yaml") if ".expected" not in path.name)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_golden(case: Path, golden: Golden) -> None:
    spec = repair(Spec(store.read_yaml(case)))
    told = [f"{r.code}: {r.where}: {r.what}" for r in spec.repairs]
    golden(store.to_yaml({"document": spec.document, "repairs": told}), case.with_suffix(".expected.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_repairing_twice_repairs_nothing_more(case: Path) -> None:
    once = repair(Spec(store.read_yaml(case)))
    assert repair(Spec(once.document)).repairs == ()
