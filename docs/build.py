"""From pages to a site: copy, write what is generated, let Zensical render, cut what would ask the network."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

import yaml

from docs.document import as_markdown

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent
CACHE: Final = ROOT / ".cache" / "docs"
DOCUMENTS: Final = ("alpaca-broker", "clear-street")
#: What every site of ours has, and hardly another folder.
_OURS: Final = "objects.inv"
_SOURCES: Final = ("overrides", "generated_client")
#: Where the theme's script would load what some pages need, and none of ours do.
_ELSEWHERE: Final = re.compile(r"https://(?:unpkg\.com|cdn\.jsdelivr\.net|api\.github\.com)/[^\"'`]*")


class SiteError(Exception):
    """The site cannot be built; the text says what to mend."""


def build(into: Path) -> int:
    """Build the site into a folder, in place of an older one; the number of its pages."""
    if into.exists() and not (into / _OURS).is_file() and (not into.is_dir() or any(into.iterdir())):
        raise SiteError(f"{into} is there and is no site: name a folder that is empty or missing")
    with tempfile.TemporaryDirectory(prefix="docs-") as made:
        work = Path(made)
        _gather(work)
        # Strict: a link to nowhere is an error.
        ran = subprocess.run(
            [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", "zensical.toml"],
            cwd=work,
            # Where it finds ``docs.attrs_classes``.
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            text=True,
            capture_output=True,
            check=False,
        )
        if ran.returncode or not (work / "site" / "index.html").is_file():
            raise SiteError(f"zensical: {ran.stdout}{ran.stderr}".strip())
        for script in (work / "site").rglob("*.js"):
            script.write_text(_ELSEWHERE.sub("about:blank", script.read_text("utf-8")), "utf-8")
        shutil.rmtree(into, ignore_errors=True)
        shutil.copytree(work / "site", into)
    return sum(1 for _ in into.rglob("*.html"))


def _gather(work: Path) -> None:
    """The pages, the written and the generated, with the code that they describe."""
    shutil.copy(HERE / "zensical.toml", work)
    shutil.copytree(HERE / "pages", work / "pages")
    for name in _SOURCES:
        (work / name).symlink_to(ROOT / name, target_is_directory=True)
    for name in DOCUMENTS:
        source = ROOT / "openapi" / f"{name}.yaml"
        page = as_markdown(yaml.safe_load(source.read_text("utf-8")), source.name)
        (work / "pages" / "reference" / f"{name}.md").write_text(page, "utf-8")
        shutil.copy(source, work / "pages" / "reference")
