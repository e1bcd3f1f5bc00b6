"""The page around what changes: how it looks, the buttons, and headers that forbid a browser to load anything else."""

from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import Final

from ..messages import Headers

EVENTS: Final = "/_sandbox/events"
STYLE: Final = """
:root{color-scheme:light dark;font:15px/1.45 system-ui,sans-serif}
body{margin:0 auto;max-width:80rem;padding:1rem}
h1{font-size:1.3rem}h2{font-size:1.05rem;margin:1.6rem 0 .4rem}h3{font-size:1rem;margin:1rem 0 .2rem}
table{border-collapse:collapse;width:100%;margin-bottom:.8rem}
th,td{padding:.2rem .6rem;text-align:left;border-bottom:1px solid #8884}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
form{display:inline-block;margin:.2rem 1rem .2rem 0}button,select{font:inherit;margin:.15rem .1rem;padding:.2rem .6rem}
.up{color:#0a7d38}.down{color:#c4281b}.fault{font-weight:600;color:#a35200}
.scroll{overflow-x:auto}code{font-size:.92em;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){.up{color:#4fc77a}.down{color:#ff8377}.fault{color:#ffb454}}
"""
SCRIPT: Final = f"""
new EventSource("{EVENTS}").onmessage = event => {{
  document.getElementById("now").innerHTML = JSON.parse(event.data)
}}
"""
#: The faults that have a button, each with its arguments.
BUTTONS: Final[dict[str, dict[str, object]]] = {
    "refuse": {},
    "drop_before_acting": {},
    "act_then_drop": {},
    "answer": {"status": 504},
    "act_then_cut": {},
    "delay": {"before": 2},
    "trickle": {},
    "rate_limited": {"retry_after": "1"},
    "html": {"status": 502},
    "wrong_types": {},
    "unknown_words": {},
}


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


HEADERS: Final[Headers] = (
    (
        "Content-Security-Policy",
        f"default-src 'none'; style-src {hashed(STYLE)}; script-src {hashed(SCRIPT)}; connect-src 'self';"
        " form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
)


def page(content: str) -> str:
    """The whole page, with what is to be seen at first."""
    buttons = "".join(f'<button name="fault" value="{name}">{label(name)}</button>' for name in BUTTONS)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>brokerage-positions sandbox</title><link rel="icon" href="data:,"><style>{STYLE}</style>
<noscript><meta http-equiv="refresh" content="2"></noscript></head><body>
<h1>Sandbox of Alpaca and Clear Street</h1>
<form method="post" action="/_sandbox/page/plant">
<label>Plant for <select name="method"><option value="DELETE">closes</option><option value="GET">reads</option>
<option value="">every request</option></select></label>
<label><select name="times"><option value="1">once</option><option value="3">three times</option>
<option value="">until cleared</option></select></label> {buttons}</form>
<form method="post" action="/_sandbox/page/clear"><button>clear faults</button></form>
<form method="post" action="/_sandbox/page/advance"><button name="seconds" value="1">1 s ahead</button>
<button name="seconds" value="60">60 s ahead</button></form>
<form method="post" action="/_sandbox/page/reset"><button>reset all</button></form>
<main id="now">{content}</main><script>{SCRIPT}</script></body></html>
"""


def label(name: str) -> str:
    """A fault's name and arguments, for people."""
    return escape(" ".join((name.replace("_", " "), *map(str, BUTTONS[name].values()))))
