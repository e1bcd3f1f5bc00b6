"""``python -m docs [INTO]``: build the site; without INTO below ``.cache/docs/site``."""

import sys
from pathlib import Path

from docs.build import CACHE, SiteError, build


def main() -> int:
    into = Path(sys.argv[1]) if len(sys.argv) > 1 else CACHE / "site"
    try:
        pages = build(into)
    except SiteError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(f"{pages} pages: {into / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
