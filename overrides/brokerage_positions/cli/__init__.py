"""The command line: ``positions`` (the extra ``cli``).

    config/    who is meant and where: options, environment, profiles, keys
    screen/    tables, progress and questions on a terminal; nothing of it when piped
    output/    JSON, CSV and Parquet, and the schema of the JSON
    commands/  one command a module, imported when it is called
    closing/   plan, approval, execution, and what is said when it is cut off

A new command is a module with a click command and a line in ``app.COMMANDS``.
"""

import sys
from importlib.util import find_spec

_MISSING = "positions needs the extra 'cli': install brokerage-positions[cli]"


def main() -> None:
    """Run ``positions`` with the arguments of this process, and exit."""
    if not all(map(find_spec, ("click", "rich"))):
        sys.exit(_MISSING)
    from brokerage_positions.cli.running import run

    sys.exit(run(sys.argv[1:]))
