"""Every rule: one file each, named after its id.  A new file here is a new rule; there is no list to keep."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from generator.diff.values import Rule

RULES: Final[tuple[Rule, ...]] = tuple(
    import_module(f"{__name__}.{module.name}").RULE for module in sorted(iter_modules(__path__), key=lambda m: m.name)
)
BY_ID: Final = {rule.id: rule for rule in RULES}
BY_SHAPE: Final = {
    shape: tuple(rule for rule in RULES if shape in rule.shapes) for shape in {s for rule in RULES for s in rule.shapes}
}
