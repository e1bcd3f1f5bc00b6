"""``python -m generator``: the only module that prints or exits.

Exit codes: 0 fine, 1 there are findings (a settled conflict is none), 2 cannot go on; `diff` adds 3, breaking.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from generator import comparing, explain, inquiry, store, workspace
from generator.errors import GeneratorError
from generator.model import Finding
from generator.pipeline import build, read
from generator.workspace import Built

FINE, FINDINGS, CANNOT = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; the exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except GeneratorError as error:
        print(f"error: {error}", file=sys.stderr)
    except RecursionError:
        print("error: a page nests deeper than can be followed: flatten or remove it", file=sys.stderr)
    except OSError as error:
        print(f"error: {error.filename or ''}: {error.strerror or error}", file=sys.stderr)
    return CANNOT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="verb")
    one = verbs.add_parser("build", help="one document from any folder of pages of one API")
    one.add_argument("--pages", type=Path, required=True, metavar="DIR", help="folder of scraped pages")
    one.add_argument("--into", type=Path, required=True, metavar="FILE", help="the document to write (.yaml or .json)")
    one.add_argument("--no-overlays", action="store_true", help="extract, normalise and merge only")
    one.add_argument("--api-title", metavar="T", help="what the API is called, where pages leave it open or disagree")
    one.add_argument("--strict", action="store_true", help="a page that cannot be used is an error")
    one.set_defaults(run=_build)
    for name, run, text in (
        ("specs", _specs, "both documents from the committed extracts"),
        ("clients", _clients, "both client packages from the committed extracts"),
        ("all", _all, "documents and packages, then the report"),
        ("check", _check, "rebuild elsewhere: every committed byte must be the same"),
    ):
        verb = verbs.add_parser(name, help=text)
        verb.add_argument("--root", type=Path, default=Path(), help=argparse.SUPPRESS)
        if name in ("specs", "all"):
            verb.add_argument("--pages", type=Path, metavar="DIR", help="extract these raw pages first")
            verb.add_argument("--strict", action="store_true", help="a page that cannot be used is an error")
        verb.set_defaults(run=run)
    fetch = verbs.add_parser("scrape", help="fetch the pages whose address is known, into a folder for `specs --pages`")
    fetch.add_argument("--root", type=Path, default=Path(), help=argparse.SUPPRESS)
    fetch.add_argument("--into", type=Path, metavar="DIR", help="where to keep the pages (default: .cache/pages)")
    fetch.add_argument("--pause", type=_seconds, default=2.0, metavar="S", help="seconds between requests to a host")
    fetch.add_argument("--accept", action="append", default=[], metavar="URL", help="take this page though it is less")
    fetch.add_argument("--allow-private", action="store_true", help="for tests: fetch from this machine's network too")
    fetch.set_defaults(run=_scrape)
    inquiry.add_verbs(verbs, run=_ask)
    two = verbs.add_parser("diff", help="what changed between two documents, and how much a caller feels it")
    comparing.arguments(two)
    two.set_defaults(run=_diff)
    return parser


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= 3600:
        raise ValueError(text)
    return seconds


def _build(options: argparse.Namespace) -> int:
    fragments, skipped = read(store.read_pages(options.pages))
    for finding in skipped:
        print(f"  - {finding}")
    if options.strict:
        workspace.stop_on(skipped)
    overlays = [] if options.no_overlays else workspace.overlays_for(Path(), options.into.name)
    spec = build(fragments, options.into.name, overlays, options.api_title)
    header = f"{options.into.name}: built by `python -m generator build`."
    as_json = options.into.suffix == ".json"
    content = store.to_json(spec.document) if as_json else store.to_yaml(spec.document, header)
    changed = store.write_file(options.into, content)
    names = [name for name, _ in overlays]
    print(explain.summary(options.into.name, fragments, spec, names, [options.into.name] if changed else []))
    return FINDINGS if skipped or spec.findings else FINE


def _fresh(options: argparse.Namespace) -> tuple[dict[str, bytes], list[Finding]]:
    if not getattr(options, "pages", None):
        return {}, []
    files, findings = workspace.extract_pages(options.root, options.pages)
    if options.strict:
        workspace.stop_on(findings)
    return files, findings


def _specs(options: argparse.Namespace) -> int:
    fresh, findings = _fresh(options)
    built = workspace.documents(options.root, fresh)
    changed = _write(
        options.root, {**fresh, **workspace.document_files(built)}, workspace.superseded(options.root, fresh)
    )
    return _report(built, findings, changed)


def _clients(options: argparse.Namespace) -> int:
    built = workspace.documents(options.root)
    changed = store.write_tree(options.root / "generated_client", workspace.client_files(built))
    return _report(built, [], [f"generated_client/{name}" for name in changed])


def _all(options: argparse.Namespace) -> int:
    fresh, findings = _fresh(options)
    built = workspace.documents(options.root, fresh)
    files = workspace.client_files(built)
    changed = _write(
        options.root, {**fresh, **workspace.document_files(built)}, workspace.superseded(options.root, fresh)
    )
    changed += [f"generated_client/{n}" for n in store.write_tree(options.root / "generated_client", files)]
    return _report(built, findings, changed)


def _check(options: argparse.Namespace) -> int:
    stale = workspace.differences(options.root, workspace.documents(options.root))
    for path in stale:
        print(f"differs from what the extracts and overlays build: {path}")
    print("run `make`, look at the changes, commit them" if stale else "every generated byte is as committed")
    return FINDINGS if stale else FINE


def _scrape(options: argparse.Namespace) -> int:
    # Only this verb pays for loading an HTTP client.
    from generator.extract import extract
    from generator.scrape import Visitor, plan, scrape

    wanted, findings = plan(options.root)
    folder = options.into or options.root / ".cache" / "pages"
    states: Counter[str] = Counter()
    with Visitor(pause=options.pause, allow_private=options.allow_private) as visitor:
        for outcome in scrape(wanted, folder, visitor, extract, options.accept):
            print(outcome, flush=True)
            states[outcome.state] += 1
            findings += [outcome.finding] if outcome.finding else []
    counted = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    print(f"addresses  {len(wanted)}" + (f": {counted}" if counted else ""))
    if findings:
        print(f"pages not fetched  {len(findings)}: what is there is kept\n{explain.findings_text(findings)}")
    return FINDINGS if findings else FINE


def _ask(options: argparse.Namespace) -> int:
    answer = options.ask(options)
    print(answer.text)
    return FINE if answer.settled else FINDINGS


def _diff(options: argparse.Namespace) -> int:
    told, code = comparing.compared(options)
    print(told)
    return code


def _write(root: Path, files: dict[str, bytes], gone: list[str]) -> list[str]:
    changed = [path for path, content in files.items() if store.write_file(root / path, content)]
    return changed + [path for path in gone if store.remove_file(root / path)]


def _report(built: list[Built], findings: list[Finding], changed: list[str]) -> int:
    for b in built:
        mine = [path for path in changed if b.provider.name in path or b.provider.package in path]
        print(explain.summary(b.provider.document, b.fragments, b.spec, b.overlays, mine), end="\n\n")
    if findings:
        print(f"pages not used  {len(findings)}\n{explain.findings_text(findings)}\n")
    print(f"files changed  {explain.changed_text(changed)}")
    return FINDINGS if findings or any(b.spec.findings for b in built) else FINE


if __name__ == "__main__":
    sys.exit(main())
