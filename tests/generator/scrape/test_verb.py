"""``python -m generator scrape``: its report, its exit codes, and what it does not touch."""

import shutil
from pathlib import Path

import pytest

from generator import store
from generator.__main__ import main
from tests.generator import pages
from tests.generator.scrape.conftest import Desk
from tests.generator.scrape.server import Reply, Site, redirect

ROOT = Path(__file__).resolve().parents[3]
PAGE = Reply(pages.readme().encode())
Capture = pytest.CaptureFixture[str]


def _scrape(desk: Desk, *more: str) -> int:
    return main(["scrape", "--root", str(desk.root), "--pause", "0", "--allow-private", *more])


def test_all_fresh_or_unchanged_is_fine(desk: Desk, site: Site, capsys: Capture) -> None:
    site.pages["/things.md"] = PAGE
    assert _scrape(desk) == 0
    assert "addresses  1: 1 fresh" in capsys.readouterr().out
    assert _scrape(desk) == 0
    assert "addresses  1: 1 unchanged" in capsys.readouterr().out


def test_a_finding_is_exit_1_and_says_what_to_do(desk: Desk, site: Site, capsys: Capture) -> None:
    site.pages["/things.md"] = redirect("http://localhost/new.md")
    assert _scrape(desk) == 1
    told = capsys.readouterr().out
    address = site.url("/things.md")
    assert f"kept       {address}  (there was none)" in told
    assert f"page-moved-away: {address}: leads to another host: http://localhost/new.md: if that is the page" in told


def test_pages_without_an_address_are_reported_and_never_guessed(desk: Desk, site: Site, capsys: Capture) -> None:
    desk.knows(None)
    assert _scrape(desk) == 1
    assert "page-without-address: openapi/extracted/things/readme.getThings.yaml: " in capsys.readouterr().out
    assert site.seen == []


@pytest.mark.parametrize(
    "url", ["ftp://docs.example/x", "https:///x", "https://docs.example/a b", "docs.example/x", "https://[::1/", ""]
)
def test_an_address_that_is_none_is_reported(url: str, desk: Desk, site: Site, capsys: Capture) -> None:
    desk.knows(url)
    assert _scrape(desk) == 1
    assert "address-unusable" in capsys.readouterr().out


def test_a_credential_in_an_address_is_neither_sent_nor_shown(desk: Desk, site: Site, capsys: Capture) -> None:
    desk.knows(site.url("/things.md").replace("://", "://me:hidden" + "@"))
    assert _scrape(desk) == 1
    assert "hidden" not in capsys.readouterr().out
    assert site.seen == []


def test_without_leave_this_machine_is_not_asked(desk: Desk, site: Site, capsys: Capture) -> None:
    assert main(["scrape", "--root", str(desk.root), "--pause", "0"]) == 1
    assert "address-private" in capsys.readouterr().out
    assert site.seen == []


def test_accept_is_for_an_address_that_is_there(desk: Desk, site: Site, capsys: Capture) -> None:
    assert _scrape(desk, "--accept", "https://docs.example/typo") == 2
    assert "https://docs.example/typo: not an address of any page" in capsys.readouterr().err
    assert site.seen == []


@pytest.mark.parametrize("content", ["[]", "a.md: {}", "a.md: {url: 1}", "a: b: c", "\x00", "just words"])
def test_a_memory_that_is_none_is_told(content: str, desk: Desk, capsys: Capture) -> None:
    store.write_file(desk.folder / ".scraped.yaml", content.encode())
    assert _scrape(desk) == 2
    assert "not what a scrape has written" in capsys.readouterr().err


def test_sources_that_cannot_be_read_are_exit_2(desk: Desk, capsys: Capture) -> None:
    (desk.root / "openapi" / "sources.toml").write_text("[", "utf-8")
    assert _scrape(desk) == 2
    assert "error: sources.toml: " in capsys.readouterr().err


@pytest.mark.parametrize("pause", ["-1", "nan", "inf", "soon"])
def test_a_pause_is_a_number_of_seconds(pause: str, desk: Desk, capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        _scrape(desk, f"--pause={pause}")
    assert "--pause" in capsys.readouterr().err


def test_files_of_others_in_the_folder_stay(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = PAGE
    other = desk.folder / "saved-by-hand.md"
    store.write_file(other, b"# Mine\n")
    _scrape(desk)
    _scrape(desk)
    assert other.read_bytes() == b"# Mine\n"


def test_only_the_folder_of_pages_is_written(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = PAGE
    before = store.read_tree(desk.root)
    assert _scrape(desk, "--into", str(desk.root / "elsewhere")) == 0
    after = store.read_tree(desk.root)
    assert {name.partition("/")[0] for name in after.keys() - before.keys()} == {"elsewhere"}
    assert {name: after[name] for name in before} == before


def test_what_this_repository_knows_of_its_pages(tmp_path: Path, site: Site, desk: Desk, capsys: Capture) -> None:
    """Each committed extract has an address or a finding; nothing is asked for here, because here is private."""
    root = tmp_path / "copy"
    shutil.copytree(ROOT / "openapi", root / "openapi")
    for path in (root / "openapi" / "extracted").rglob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("https://docs.alpaca.markets/", site.url("/")), "utf-8")
    assert main(["scrape", "--root", str(root), "--pause", "0"]) == 1
    told = capsys.readouterr().out
    count = len(list((root / "openapi" / "extracted").rglob("*.yaml")))
    assert told.count("page-without-address: ") + told.count("address-private: ") == count
