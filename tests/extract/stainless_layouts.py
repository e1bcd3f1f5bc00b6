"""One page in the three layouts these pages are met in: as Markdown, without line breaks, and as flattened text."""

import re


def one_line(markdown: str) -> str:
    """The page with all its line breaks lost."""
    return " ".join(markdown.split())


def flat(markdown: str) -> str:
    """The text that is left of the page when it is copied out of a browser."""
    lines: list[str] = []
    for line in markdown.split("\n"):
        text = line if line[:1].isspace() and not line.strip().startswith("- `") else line.strip()
        if text.startswith("```") or re.fullmatch(r"#+ (Example|Response)", text):
            continue
        text = re.sub(r"^#+ (Parameters|Returns)$", r"\1Expand Collapse", text)
        text = re.sub(r"^#+ ", "", text)
        text = re.sub(r"^\*\*(\w+)\*\* `(.*)`$", lambda m: m[1].upper() + m[2], text)
        text = re.sub(r"^- `(.*)`$", r"\1", text)
        text = re.sub(r"^`([^`]*)`$", r"\1", text)
        text = re.sub(r"^class (\w+): …$", r"class \1:", text)
        glued = re.fullmatch(r"\s*(format[a-z0-9]+?)?((?:maximum|minimum|maxLength|minLength)\d+)+", text)
        lines.extend(re.findall(r"format[a-z]+(?:32|64)?(?=m|$)|m[a-zA-Z]+\d+", text) if glued else [text])
    return "\n".join(lines)
