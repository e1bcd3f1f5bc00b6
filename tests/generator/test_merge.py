"""Golden pairs: ``merge/<case>.yaml`` lists the fragments of one API, ``<case>.expected.yaml`` is their document."""

import itertools
from pathlib import Path
from typing import Any

import pytest

from generator import store
from generator.document import canonical
from generator.merge import merge
from generator.model import Fragment, Spec
from tests.conftest import Golden

HERE = Path(__file__).parent / "merge"
CASES = sorted(path for path in HERE.glob("*.yaml") if ".expected" not in path.name)


def fragments(case: Path) -> list[Fragment]:
    listed: list[dict[str, Any]] = store.read_yaml(case)
    return [
        Fragment(
            kind=entry["kind"],
            label=f"{entry['kind']}-{number}",
            sha256=str(number) * 64,
            document=entry["document"],
            lines=entry.get("lines", {}),
            scraped_at=entry.get("scraped_at"),
        )
        for number, entry in enumerate(listed)
    ]


def plain(spec: Spec) -> bytes:
    said = [
        f"{c.pointer}: " + " / ".join(f"{page} says {claim}" for page, claim in c.claims) + f" -> {c.winner} ({c.rule})"
        for c in spec.conflicts
    ]
    found = [str(finding) for finding in spec.findings]
    return store.to_yaml({"document": canonical(spec.document), "conflicts": said, "findings": found})


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_golden(case: Path, golden: Golden) -> None:
    golden(plain(merge(fragments(case))), case.with_suffix(".expected.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_order_pages_are_read_in_decides_nothing(case: Path) -> None:
    results = {plain(merge(order)) for order in itertools.permutations(fragments(case))}
    assert len(results) == 1


def test_a_title_given_by_the_caller_settles_the_matter() -> None:
    spec = merge(fragments(HERE / "other_servers_and_security.yaml"), title="Both")
    assert spec.document["info"]["title"] == "Both"
    assert not spec.findings
