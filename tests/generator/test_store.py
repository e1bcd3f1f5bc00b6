"""Files: what is refused on the way in, and that writing is all or nothing."""

import os
from pathlib import Path

import pytest
import ruamel.yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import store
from generator.errors import PageError
from generator.model import Json, Page

#: Strings that some reader of YAML 1.1 or 1.2 takes for something else when they stand bare.
TREACHEROUS = (
    "1.0|1e3|037833100|16:00|2025-10-31|NO|yes|on|~|null|0x1F|0o17|1_000|.inf|.NaN|=|<<|12:30:45|+1|-1||y|N|\u2028"
    "|2025-10-03T14:01:15Z| lead|trail |a: b|a #b|- x|{a}|[a]|*a|&a|!a|%a|@a|`a|'a|\"a|a\nb|tab\there|\u00c9|\x85"
).split("|")


def _read(path: Path) -> str:
    with pytest.raises(PageError) as caught:
        store.read_page(path)
    return str(caught.value)


def test_a_page_is_read_with_its_hash_and_plain_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfone\r\ntwo\n")
    page = store.read_page(tmp_path / "a.md")
    assert (page.name, page.text) == ("a.md", "one\ntwo\n")
    assert page.sha256 == store.sha256(b"\xef\xbb\xbfone\r\ntwo\n")


def test_a_page_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"one\ntwo \xff\n")
    assert _read(tmp_path / "a.md").startswith("a.md:2: byte 8 is not UTF-8")


def test_a_page_of_200_megabytes_is_refused_without_reading_it(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(200_000_000)
    assert "200,000,000 bytes, more than the" in _read(tmp_path / "a.md")


def test_links_and_pipes_are_no_pages(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("/etc/hostname")
    assert "not a plain file" in _read(tmp_path / "link.md")
    os.mkfifo(tmp_path / "pipe.md")
    assert "not a plain file" in _read(tmp_path / "pipe.md")


def test_one_unreadable_page_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff")
    (tmp_path / "b.md").write_bytes(b"fine")
    (tmp_path / ".hidden").write_bytes(b"not a page")
    read = list(store.read_pages(tmp_path))
    assert [type(item) for item in read] == [PageError, Page]


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="no such folder"):
        list(store.read_pages(tmp_path / "none"))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a: &x [1]\nb: *x\n", "alias"),
        ("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n", "alias"),
        ("a: 1\na: 2\n", "given twice"),
        ("a: !!python/object/apply:os.system [true]\n", "not readable"),
        ("a: [1\n", "not readable"),
        ("[" * 10_000 + "]" * 10_000, "nested deeper"),
        ("? [a]\n: 1\n", "not text"),
    ],
)
def test_yaml_that_could_do_harm_is_refused_with_its_line(text: str, what: str) -> None:
    with pytest.raises(PageError, match=what) as caught:
        store.parse_yaml(text, "file.yaml")
    assert caught.value.where.startswith("file.yaml")


def test_yaml_dates_stay_text() -> None:
    assert store.parse_yaml("a: 2025-10-31\n", "x") == {"a": "2025-10-31"}


def _everyone_reads(document: Json) -> None:
    written = store.to_yaml(document)
    assert store.parse_yaml(written.decode(), "x") == document
    for version in ((1, 1), (1, 2)):
        reader = ruamel.yaml.YAML(typ="safe", pure=True)
        reader.version = version
        assert reader.load(written) == document


@pytest.mark.parametrize("text", TREACHEROUS)
def test_every_reader_of_yaml_reads_the_same_text(text: str) -> None:
    _everyone_reads({"value": text, "list": [text], f"k{text}": None} if text.isprintable() else [text])


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(max_size=20) | st.sampled_from(TREACHEROUS),
    lambda child: st.lists(child, max_size=3) | st.dictionaries(st.text("abcNOy_", min_size=1, max_size=4), child),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from("a b y no on 1 /x".split()), _VALUES))
def test_any_document_is_read_back_as_written(document: Json) -> None:
    assert store.parse_yaml(store.to_yaml(document).decode("utf-8"), "x") == document


def test_a_tree_holds_exactly_the_files_given(tmp_path: Path) -> None:
    target = tmp_path / "out"
    assert store.write_tree(target, {"a.py": b"1", "b/c.py": b"2"}) == ["a.py", "b/c.py"]
    assert store.write_tree(target, {"a.py": b"1", "d.py": b"3"}) == ["b/c.py", "d.py"]
    assert store.read_tree(target) == {"a.py": b"1", "d.py": b"3"}
    assert store.write_tree(target, {"a.py": b"1", "d.py": b"3"}) == []
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["../escape.py", "/abs.py", "a/../../b.py", "a\\..\\b.py", "", "a\0b"])
def test_no_name_leaves_the_output_folder_and_the_old_tree_stays(tmp_path: Path, name: str) -> None:
    target = tmp_path / "out"
    store.write_tree(target, {"a.py": b"1"})
    with pytest.raises(PageError, match="leaves the output folder"):
        store.write_tree(target, {"a.py": b"2", name: b"3"})
    assert store.read_tree(tmp_path) == {"out/a.py": b"1"}


def test_a_file_is_replaced_whole_and_only_when_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.yaml"
    assert store.write_file(path, b"one") is True
    assert store.write_file(path, b"one") is False
    assert store.write_file(path, b"two") is True
    assert store.read_tree(tmp_path) == {"deep/a.yaml": b"two"}
