"""Whether an answer is the page that was asked for, and no worse than the one that is there."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from generator.document import operations
from generator.errors import PageError
from generator.model import Finding, Fragment, Page
from generator.rules.names import normal_path
from generator.scrape.attempt import Answer
from generator.scrape.refusal import Refused
from generator.scrape.targets import Target

#: Tells what a page says; the extractors' door, handed in because a stage imports no other.
Recognise = Callable[[Page], Fragment | Finding]

_TYPES: Final = frozenset({"text/markdown", "text/x-markdown", "text/plain", "text/html", "application/xhtml+xml"})
_CHARSETS: Final = frozenset({"utf-8", "utf8", "us-ascii", "iso-8859-1", "windows-1252"})
_NO_TEXT: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
_LOGIN_PATH: Final = re.compile(r"/(?:log-?in|sign-?in|sso|saml|oauth2?|auth(?:orize)?)(?:[/.?]|$)", re.I)
_PASSWORD: Final = re.compile(r"<input\b[^<>]{0,500}\btype\s*=\s*[\"']?password", re.I)
_TITLE: Final = re.compile(r"<(?:title|h1)\b[^<>]{0,500}>([^<]{1,500})|^#[ \t]+(.{1,500})$", re.I | re.M)
_NOT_FOUND: Final = re.compile(
    r"\b404\b|not\s+found|(?:does\s+not|doesn.t|no\s+longer)\s+exists?|can.t\s+find|\bgone\b", re.I
)
_SIGN_IN: Final = re.compile(r"\b(?:log|sign)[\s-]?(?:in|on)\b", re.I)
_SHRUNK: Final = "look at it; if it is right, scrape with --accept and its address"


def text_of(answer: Answer, url: str) -> str:
    """The answer's text, or ``Refused``: another status, another type, not text."""
    if answer.status in (404, 410):
        raise Refused("page-gone", url, f"answered {answer.status}", "find its new address for sources.toml")
    if answer.status in (401, 403, 407):
        raise Refused("page-login", url, f"answered {answer.status}: it is not public", "save the page by hand")
    if answer.status != 200:
        raise Refused("page-unexpected", url, f"answered {answer.status}", "look at it in a browser")
    kind, *parameters = (part.strip() for part in answer.headers.get("content-type", "").lower().split(";"))
    if kind not in _TYPES:
        raise Refused("page-not-text", url, f"of type {kind[:80] or 'unknown'!r}", "correct the address")
    stated = {name.strip(): value.strip(" \"'") for name, _, value in (p.partition("=") for p in parameters)}
    charset = stated.get("charset", "utf-8")
    if charset not in _CHARSETS:
        raise Refused("page-not-text", url, f"in the encoding {charset[:40]!r}", "save the page by hand as UTF-8")
    try:
        text = answer.body.decode(charset).removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Refused("page-not-text", url, f"byte {error.start} is not {charset}", "look at it") from None
    if _NO_TEXT.search(text):
        raise Refused("page-not-text", url, "holds control characters", "look at it")
    return text


def judge(page: Page, text: str, answer: Answer, target: Target, recognise: Recognise) -> Fragment:
    """What the page says, if it is one: recognised, and the broker's.  ``text`` is the page as it was answered."""
    try:
        said = recognise(page)
    except PageError as error:
        raise _named(text, answer, target) or Refused("page-broken", target.url, error.what, error.todo) from None
    except RecursionError:
        what = "nests deeper than can be followed"
        raise Refused("page-broken", target.url, what, "look at what is there now") from None
    if isinstance(said, Finding):
        raise _named(text, answer, target) or Refused("page-unrecognised", target.url, said.what, said.todo)
    if not does(target.extracts) <= does([said]) and (named := _named(text, answer, target)):
        raise named
    if not target.provider.publishes(said):
        what = f"not one of the pages of {target.provider.name}"
        raise Refused("page-is-another", target.url, what, "correct the address, or the broker's entry in sources.toml")
    return said


def compare(said: Fragment, target: Target, size: int, last_size: int | None) -> None:
    """``Refused`` where the page is less than the one that is there: a person may know that it is right so."""
    if last_size is not None and size * 2 < last_size:
        raise Refused("page-shrunk", target.url, f"{size:,} bytes, last time {last_size:,}", _SHRUNK)
    kinds = {extract.kind for extract in target.extracts}
    if kinds and said.kind not in kinds:
        what = f"a {said.kind} page now, was {' and '.join(sorted(kinds))}"
        raise Refused("page-is-another", target.url, what, _SHRUNK)
    before, now = does(target.extracts), does([said])
    if lost := sorted(before - now):
        names = ", ".join(" ".join(reversed(one)).strip() for one in lost)
        if not before & now:
            raise Refused("page-is-another", target.url, f"nothing is left of what it described: {names}", _SHRUNK)
        if len(now) < len(before):
            raise Refused("page-lost-operations", target.url, f"no longer describes {names}", _SHRUNK)


def does(fragments: Iterable[Fragment]) -> set[tuple[str, str]]:
    """What pages describe: operations and SDK methods, or else the schemas."""
    found: set[tuple[str, str]] = set()
    for fragment in fragments:
        document = fragment.document
        methods = [m for m in document.get("x-sdk-methods", ()) if isinstance(m, dict)]
        mine = {(normal_path(path), method) for path, method, _ in operations(document)}
        mine |= {(str(m.get("method")), str(m.get("class"))) for m in methods}
        found |= mine or {(name, "") for name in document.get("components", {}).get("schemas", {})}
    return found


def _named(text: str, answer: Answer, target: Target) -> Refused | None:
    """The well-known things that stand where a page was."""
    url = target.url
    heading = _TITLE.search(text)
    title = " ".join((heading[1] or heading[2]).split())[:80] if heading else ""
    if _LOGIN_PATH.search(answer.url) and answer.url != url:
        return Refused("page-login", url, f"leads to a login: {answer.url}", "save the page by hand")
    if _PASSWORD.search(text) or _SIGN_IN.search(title):
        return Refused("page-login", url, "asks for a login", "save the page by hand")
    if _NOT_FOUND.search(title):
        return Refused("page-gone", url, f"answered 200, and says {title!r}", "find its new address for sources.toml")
    return None
