"""The rules of the house that an import contract (pyproject.toml, ``[tool.importlinter]``) cannot say."""

import ast
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
from attrs import field, frozen

ROOT: Final = Path(__file__).parent.parent
GENERATED: Final = ("alpaca_broker_client", "clear_street_client")

#: A module longer than this becomes a folder, one case a file.
MOST_LINES: Final = 200
#: Longer modules, each with the reason why it stays whole.
LONG_MODULES: Final[Mapping[str, str]] = {
    "generator/store.py": "the only disk: reading, writing and YAML belong behind one door",
    "generator/document.py": "walking, pointing, resolving and ordering share one table of what holds a schema",
}

TOP_LEVEL: Final = frozenset(
    ".ci .gitignore CHANGELOG.md CONTRIBUTING.md LICENSE Makefile README.md bench docs generated_client generator"
    " openapi overrides pyproject.toml tests".split()
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@frozen
class Rule:
    """What only some modules may do: the names that do it, and those modules with the reason."""

    claim: str
    names: frozenset[str] = field(converter=_words)
    homes: Mapping[str, str]


RULES: Final = (
    Rule(
        "only the store opens files",
        "open io.open os.open os.fdopen os.walk os.remove os.rename os.replace os.makedirs shutil tempfile glob .open"
        " .read_text .read_bytes .write_text .write_bytes .mkdir .unlink .rmdir .touch .rename .iterdir .glob .rglob",
        {
            "store.py": "the one door to the disk",
            "workspace.py": "looks at the committed bytes that `check` compares with",
            "render.py": "the client generator works on files: a temporary folder of its own, gone afterwards",
            "rendering/": "runs in that temporary folder, as a process of its own",
        },
    ),
    Rule(
        "only __main__ prints or exits",
        "print input exit quit sys.exit os._exit sys.stdout sys.stderr SystemExit logging warnings",
        {
            "__main__.py": "the command line",
            "rendering/": "a process of its own: it talks to render through its output and exit code",
        },
    ),
    Rule(
        "only render starts processes",
        "subprocess multiprocessing concurrent os.system os.popen os.fork os.execv os.spawnv asyncio pty",
        {
            "render.py": "runs the client generator and the import check",
            "rendering/": "is what render runs: it may run the formatter",
        },
    ),
    Rule(
        "only scrape touches the network",
        "socket ssl http.client http.server urllib.request ftplib smtplib xmlrpc httpx httpcore anyio requests aiohttp",
        {"scrape/": "fetches the pages"},
    ),
    Rule(
        "no text of a page or document is run or unpickled",
        "eval exec compile __import__ pickle marshal shelve ctypes",
        {"rendering/": "compiles and imports what was generated, to see that it can be"},
    ),
)


@frozen
class Use:
    """A name that a module uses, and where."""

    module: str
    line: int
    name: str

    def __str__(self) -> str:
        return f"generator/{self.module}:{self.line} uses {self.name}"


def uses(path: Path, module: str) -> Iterator[Use]:
    """Every import, call and dotted name of a module; a method is ``.method``, whatever it is called on."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (Use(module, node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=origin, names=names) if origin and not node.level:
                yield from (Use(module, node.lineno, f"{origin}.{alias.name}") for alias in names)
            case ast.Call(func=ast.Attribute(attr=method)):
                yield Use(module, node.lineno, f".{method}")
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                yield Use(module, node.lineno, f"{owner}.{name}")
            case ast.Name(id=name, ctx=ast.Load()):
                yield Use(module, node.lineno, name)


def is_named(use: Use, names: frozenset[str]) -> bool:
    """Whether the use is one of the names, or something inside one of them."""
    parts = use.name.split(".")
    return any(".".join(parts[: n + 1]) in names for n in range(len(parts)))


def home_of(module: str, rule: Rule) -> str | None:
    return next((home for home in rule.homes if module == home or (home[-1] == "/" and module.startswith(home))), None)


def generator_uses() -> list[Use]:
    # What is in templates/ is text: it runs in the client packages, and is checked there.
    root = ROOT / "generator"
    modules = {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*.py"))}
    return [use for name, path in modules.items() if not name.startswith("templates/") for use in uses(path, name)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.claim)
def test_only_the_modules_named_may(rule: Rule) -> None:
    found = [use for use in generator_uses() if is_named(use, rule.names)]
    strangers = [str(use) for use in found if home_of(use.module, rule) is None]
    assert not strangers, f"{rule.claim}:\n" + "\n".join(strangers)
    idle = rule.homes.keys() - {home_of(use.module, rule) for use in found}
    assert not idle, f"{rule.claim}: no longer needs an exception: {sorted(idle)}"


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("from pathlib import Path\nPath('x').read_text()", 0),
        ("from shutil import rmtree", 0),
        ("with open('x') as f: pass", 0),
        ("print(1)", 1),
        ("import sys\nsys.exit(2)", 1),
        ("raise SystemExit", 1),
        ("import subprocess", 2),
        ("import os\nos.system('ls')", 2),
        ("from urllib.request import urlopen", 3),
        ("import http.client", 3),
        ("eval('1')", 4),
    ],
)
def test_the_rules_see_what_they_forbid(source: str, rule: int, tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(source, "utf-8")
    assert any(is_named(use, RULES[rule].names) for use in uses(path, "module.py"))


def test_the_hand_written_package_uses_no_private_name_of_a_generated_one() -> None:
    """Its modules may be imported; a name with a leading underscore, anywhere in the path, may not."""
    private = re.compile(rf"^(?:{'|'.join(GENERATED)}|alpaca|clear_street)\.(?:.*\.)?_(?!_version__)")
    root = ROOT / "overrides" / "brokerage_positions"
    found = [
        f"{path.relative_to(ROOT)}:{use.line}: {use.name}"
        for path in sorted(root.rglob("*.py"))
        for use in uses(path, path.name)
        if private.match(use.name)
    ]
    assert not found


def tracked() -> list[Path]:
    """The files of the repository, committed or about to be; without git (an unpacked sdist) there is no such list."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listing.returncode:
        pytest.skip(f"not a git checkout: {listing.stderr.decode().strip()}")
    return [path for name in listing.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def test_the_top_level_is_fixed() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} == TOP_LEVEL


def test_modules_stay_short() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines())
        for folder in ("generator", "overrides")
        for path in (ROOT / folder).rglob("*.py")
    }
    long = {name for name, lines in lengths.items() if lines > MOST_LINES}
    assert long == LONG_MODULES.keys(), "split a long module into a folder, one case a file; or drop the exception"


#: What must never be committed, by what it would give away.  Written in pieces, so that this file is clean itself.
GIVEN_AWAY: Final = {
    "a package index": r"(?i)(?<!emit-)index-url\s*[= ]|(?<!emit-)find-links\s*[= ]|/simple/?\b"
    r"|files\.pythonhosted|registry\.npmjs",
    "a path of one machine": r"(?<![\w./:<{-])/(?:root|work|opt|tmp|home/\w+|Users/\w+)/\w",
    "a key of a broker": r"\b(?:AK|PK|CK)[A-Z0-9]{18,24}\b",
    "a token": r"\b(?:gh[pousr]_\w{30,}|github_pat_\w{20,}|sk-[\w-]{20,}|AKIA[A-Z0-9]{16}"
    r"|xox[bap]-[\w-]{10,}|pypi-\w{30,})",
    "a signed token": r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KEY",
    "a password in an address": r"\b[a-z][a-z0-9+.-]*://[^\s/:@'\"{}<>]+:[^\s/@'\"{}<>]{3,}@",
}


@pytest.mark.parametrize("what", GIVEN_AWAY)
def test_no_tracked_file_gives_away(what: str) -> None:
    pattern = re.compile(GIVEN_AWAY[what])
    found = [
        f"{path.relative_to(ROOT)}:{number}: {hit.group()}"
        for path in tracked()
        if path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if (hit := pattern.search(line))
    ]
    assert not found
