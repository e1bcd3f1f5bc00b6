"""What is kept between scrapes, beside the pages: how to ask only for what changed, and how long a page was."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from attrs import asdict, field, frozen
from attrs.validators import instance_of, optional

from generator import store
from generator.errors import PageError
from generator.model import JsonObject

#: Hidden, so that it is no page; named so that the store reads it as what it is.
FILE: Final = ".scraped.yaml"
_HEADER: Final = "What the last scrapes were told with each page; written by `make scrape`.  Safe to delete."


@frozen
class Kept:
    """One page as it was taken: the digest of its file, and digest and size of the text below the front matter."""

    url: str = field(validator=instance_of(str))
    file_sha256: str = field(validator=instance_of(str))
    text_sha256: str = field(validator=instance_of(str))
    size: int = field(validator=instance_of(int))
    etag: str | None = field(default=None, validator=optional(instance_of(str)))
    last_modified: str | None = field(default=None, validator=optional(instance_of(str)))

    def conditions(self) -> dict[str, str]:
        """Headers that ask for the page only if it is another one by now."""
        stated = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in stated.items() if value}


def validator(stated: str | None) -> str | None:
    """A header to send back next time; one that could not be sent as it came is none."""
    return stated if stated and len(stated) < 1000 and stated.isascii() and stated.isprintable() else None


def read(folder: Path) -> dict[str, Kept]:
    """By file name.  What no scrape has written is an error: guessing would ask for too little."""
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        plain: JsonObject = store.read_yaml(path)
        return {Path(name).name: Kept(**entry) for name, entry in plain.items()}
    except (PageError, AttributeError, TypeError, UnicodeDecodeError) as error:
        raise PageError(str(path), "", f"not what a scrape has written ({error})", "delete it") from None


def write(folder: Path, kept: Mapping[str, Kept]) -> None:
    plain: dict[str, Any] = {name: asdict(entry) for name, entry in sorted(kept.items())}
    store.write_file(folder / FILE, store.to_yaml(plain, _HEADER))


def with_front_matter(text: str, url: str, moment: datetime) -> bytes:
    """The page as a file: where it came from and when, then what was answered."""
    at = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    view = url.removesuffix(".md")
    return f"---\nsource_view: {view}\nsource_md: {url}\nscraped_at_utc: {at}\n---\n{text}".encode()
