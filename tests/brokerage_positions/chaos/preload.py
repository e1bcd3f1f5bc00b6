"""What the children of ``killing`` share; imported once, by the process that they are forked from.

That process does not know the paths that pytest was told: without them it would find whichever copy is installed.
"""

import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
for folder in ("generated_client", "overrides", "."):
    sys.path.insert(0, str(ROOT / folder))
import_module("pytest")
import_module(f"{__package__}.killing")
