"""Where each name of a document comes from, as HTML: one box an operation or class, its members inside."""

from collections.abc import Iterator
from itertools import groupby

from generator.evidence.audit.subject import Subject
from generator.evidence.report.markup import Markup, Node, several, tag
from generator.evidence.report.words import change_text, change_texts, page_place
from generator.evidence.trail.said import said
from generator.evidence.trail.values import Account, Origin


def provenance(subject: Subject) -> Markup:
    """Every account of a document, folded by operation and class."""
    # Accounts come in the order of the places: what is inside a thing follows it.
    boxes = [_box(list(group)) for _, group in groupby(subject.accounts, key=lambda a: (_family(a), a.place.words[0]))]
    return several(*boxes)


def _family(account: Account) -> str:
    """A class and an answer may share a name; they stand in different sections."""
    return "/".join(
        account.place.keyed.split("/")[1:3] if account.place.keyed.startswith("/components/") else ["paths"]
    )


def _box(accounts: list[Account]) -> Markup:
    first, *members = accounts
    return tag(
        "details",
        tag("summary", tag("strong", first.place.name), " ", tag("span", _gist(first), class_="soft")),
        _account(first),
        *(
            tag(
                "details",
                tag("summary", tag("code", _short(a)), " ", tag("span", _gist(a), class_="soft")),
                _account(a),
            )
            for a in members
        ),
    )


def _short(account: Account) -> str:
    return ".".join(account.place.words[1:])


def _gist(account: Account) -> str:
    """What decides whether to look closer: its kind, how many pages, whether somebody intervened."""
    pages = len({origin.page.label for origin in account.origins})
    files = len({act.file for act, _ in account.overlays})
    parts = [account.place.kind + (", required" if account.required else "")]
    parts.append("no page" if not pages else "1 page" if pages == 1 else f"{pages} pages")
    parts += ["inferred"] if account.inferred else []
    parts += (
        [f"{len(account.conflicts)} disagreement" + "s" * (len(account.conflicts) > 1)] if account.conflicts else []
    )
    parts += [f"{files} overlay" + "s" * (files > 1)] if files else []
    parts += ["repaired"] if account.repairs or account.repaired else []
    return ", ".join(parts)


def _account(account: Account) -> Markup:
    rows: list[tuple[str, list[Node]]] = [
        ("stands at", [tag("code", account.place.pointer)]),
        ("says", [said(account.node)]),
        ("pages", [_origin(origin) for origin in account.origins]),
        ("rules", list(_rules(account))),
        ("overlays", list(_overlays(account))),
        ("repairs", [*(f"{r.code}: {r.what}" for r in account.repairs), *change_texts(account, account.repaired)]),
        ("Python", [tag("code", str(named)) for named in account.code]),
    ]
    filled = [(name, nodes) for name, nodes in rows if nodes]
    return tag("dl", *(part for name, nodes in filled for part in (tag("dt", name), tag("dd", _stacked(nodes)))))


def _stacked(nodes: list[Node]) -> Markup:
    return several(*(tag("div", node) for node in nodes))


def _origin(origin: Origin) -> Markup:
    normalised = dict.fromkeys(change_text(change, "") for change in origin.normalised)
    changes = tag("ul", *(tag("li", f"normalised: {text}") for text in normalised)) if normalised else None
    return several(tag("code", page_place(origin)), f" says {said(origin.node)}", changes)


def _rules(account: Account) -> Iterator[Node]:
    if account.inferred:
        yield f"inferred, as no page states it: {account.inferred}"
    for conflict in account.conflicts:
        claims = tag("ul", *(tag("li", tag("code", page), f" says {claim}") for page, claim in conflict.claims))
        yield several(f"{conflict.rule}: ", tag("code", conflict.winner), claims)
    yield from (f"while merging: {text}" for text in change_texts(account, account.merged))


def _overlays(account: Account) -> Iterator[Node]:
    for act, changes in account.overlays:
        told = [tag("li", text) for text in change_texts(account, changes)]
        note = f": {act.description}" if act.description else ""
        file = tag("a", act.file, href=f"#{anchor(act.file)}")
        yield several(tag("code", file, f": {act.pointer}"), note, tag("ul", *told))


def overlays(subject: Subject) -> Markup:
    """Each overlay of a document with its reason and evidence, for the accounts to lead to."""
    boxes = []
    for file, group in groupby(subject.way.acts, key=lambda act: act.file):
        act = next(group)
        evidence = tag("ul", *(tag("li", source) for source in act.evidence))
        title = tag("dt", tag("code", file), id=anchor(file))
        boxes.append(several(title, tag("dd", act.reason, evidence)))
    return tag("dl", *boxes, class_="overlays")


def anchor(file: str) -> str:
    """What an overlay is called inside the page."""
    return f"overlay-{file.removesuffix('.yaml').replace('/', '-')}"
