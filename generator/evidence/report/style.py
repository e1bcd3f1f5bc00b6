"""How the audit page looks, in light and in dark; no font, picture or script is fetched."""

from typing import Final

STYLE: Final = """
:root { color-scheme: light dark; --ink: #1c2024; --paper: #fff; --soft: #5b6470; --line: #d9dee4; --box: #f5f7f9;
  --mark: #9a3412; --good: #166534; --link: #1d4ed8 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --paper: #15181c; --soft: #9aa4b1; --line: #343b44;
  --box: #1d2228; --mark: #fdba74; --good: #86efac; --link: #93c5fd } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 80rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif }
h1 { font-size: 1.6rem; margin: 0 0 .25rem } h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem }
a { color: var(--link) } code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top }
th { color: var(--soft); font-weight: 600 } td.number { text-align: right; padding-right: 1.5rem; width: 6rem }
.scroll { overflow-x: auto } .soft { color: var(--soft) } .some { color: var(--mark); font-weight: 600 }
.none { color: var(--good) }
details { border: 1px solid var(--line); border-radius: .4rem; margin: .4rem 0; padding: .4rem .8rem }
details > summary { cursor: pointer } details[open] > summary { margin-bottom: .4rem }
details details { background: var(--box) } ul { margin: .25rem 0; padding-left: 1.2rem } p { margin: .25rem 0 }
dl { display: grid; grid-template-columns: 7rem 1fr; gap: .25rem .75rem; margin: .25rem 0 } dt { color: var(--soft) }
dl.overlays { display: block } .overlays dt { margin-top: .75rem }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr } dt { margin-top: .4rem } }
@media print { details::details-content { content-visibility: visible; block-size: auto } }
"""
