"""Whether what was generated can be used: every module compiles, and then every module is imported."""

import importlib
import sys
from pathlib import Path


def import_all(package: Path) -> None:
    """Compile and import every module below ``package``; the first that cannot be is an error that names it."""
    modules = sorted(package.rglob("*.py"))
    for path in modules:
        try:
            compile(path.read_bytes(), path.name, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise ImportError(f"{path.relative_to(package)} does not compile: {error}") from None
    sys.path.insert(0, str(package.parent))
    for path in modules:
        name = ".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")
        try:
            importlib.import_module(name)
        except Exception as error:
            raise ImportError(f"{name} cannot be imported: {type(error).__name__}: {error}") from error
    models = importlib.import_module(f"{package.name}.models")
    for name in models.__all__:
        getattr(models, name)
