"""Hugo's shortcodes as the Markdown they stand for, line by line, so that lines keep their numbers.

===========================================  ==========================================
``{{< highlight json >}}`` ... its end       a code block
``{{< api-method method=GET path=/v1/a >}}``  a line of ``GET /v1/a``
``{{< api-param name=a type=string >}}``      a list item about ``a``
any other                                    nothing: what stands inside is what the page says
===========================================  ==========================================
"""

import re
from typing import Final

_SHORTCODE: Final = re.compile(
    r"\{\{[<%][ \t]{0,9}(?P<end>/?)[ \t]{0,9}(?P<name>[\w./-]{0,60})"
    r"(?P<rest>[^\n{}]{0,500}?(?:\{\w{1,60}\}[^\n{}]{0,300}?){0,9})[%>]\}\}"
)
_ARGUMENT: Final = re.compile(
    r"""(?:(?P<key>[A-Za-z][\w-]{0,40})\s{0,9}=\s{0,9})?(?:"(?P<double>[^"\n]{0,300})"|'(?P<single>[^'\n]{0,300})'|`(?P<quoted>[^`\n]{0,300})`|(?P<bare>[^\s"'=`]{1,300}))"""
)
_CALLS: Final = re.compile(r"(?:api|rest|http)?[-_]?(?:method|endpoint|route|call|request-line|http|api)")
_PARAMETER: Final = re.compile(
    r"(?:[a-z]{1,20}[-_]){0,4}(?:param|parameter|attribute|field|property|prop|arg|argument)"
)
_METHOD: Final = re.compile(r"GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS", re.I)
#: Longer than any fence inside a sample.
_FENCE: Final = "~~~~~~~~"


def unwrapped(body: str) -> str:
    """The page's body without shortcodes."""
    lines = body.split("\n")
    in_code = False
    for number, line in enumerate(lines):
        if "{{" not in line:
            continue
        tag = _SHORTCODE.match(line.strip())
        highlights = tag is not None and tag["name"] == "highlight" and bool(tag["end"]) == in_code
        if tag is not None and highlights and tag.end() == len(line.strip()):
            in_code = not in_code
            indent = line[: len(line) - len(line.lstrip())]
            lines[number] = indent + _FENCE + ("" if tag["end"] else _language(tag["rest"]))
        elif not in_code:
            # Replaced by nothing, a shortcode alone on its line ends a table or paragraph as it does on the site.
            rest = _SHORTCODE.sub(_written, line)
            is_sample = tag is not None and highlights and _language(tag["rest"]) == "json"
            lines[number] = f"    {rest.strip()}" if is_sample else rest
    return "\n".join(lines)


def _language(rest: str) -> str:
    word = re.match(r"\s*[\"'`]?([\w+-]{1,30})", rest)
    return word[1].lower() if word else ""


def _written(tag: re.Match[str]) -> str:
    if tag["end"]:
        return ""
    named: dict[str, str] = {}
    bare: list[str] = []
    for argument in _ARGUMENT.finditer(tag["rest"].strip().removesuffix("/")):
        value = argument["double"] or argument["single"] or argument["quoted"] or argument["bare"] or ""
        if argument["key"]:
            named[argument["key"].lower()] = value
        else:
            bare.append(value)
    if _CALLS.fullmatch(tag["name"]):
        return _call(named, bare)
    if _PARAMETER.fullmatch(tag["name"]) and (name := named.get("name", bare[0] if bare else "")):
        return _parameter(name, named, bare[1:])
    return ""


def _call(named: dict[str, str], bare: list[str]) -> str:
    verb = named.get("method", named.get("verb", next((word for word in bare if _METHOD.fullmatch(word)), "")))
    path = next((named[key] for key in ("path", "url", "endpoint", "route", "uri") if key in named), "")
    path = path or next((word for word in bare if word.startswith(("/", "http"))), "")
    server = named.get("host", named.get("base", "")) if path.startswith("/") else ""
    return f"`{verb.upper()} {server.rstrip('/')}{path}`" if path and _METHOD.fullmatch(verb) else ""


def _parameter(name: str, named: dict[str, str], bare: list[str]) -> str:
    """A list item; what stands behind the shortcode on its line goes on as its notes."""
    said = [named.get("type", bare[0] if bare else "")]
    if named.get("required", "").lower() in ("true", "yes", "required") or "required" in bare[1:]:
        said.append("required")
    elif named.get("required", "").lower() in ("false", "no", "optional"):
        said.append("optional")
    said.append(next((named[key] for key in ("in", "place", "location") if key in named), ""))
    notes = next((named[key] for key in ("description", "notes", "desc") if key in named), "")
    return f"- `{name}` - {', '.join(word for word in said if word)} - {notes}"
