"""What a sandbox begins with, from a file that people can read and write: ``demo.toml`` shows all there is to say,
``scenario.schema.json`` says what is allowed."""

from .reading import Scenario, load
from .rules import asked_fault, read_rule
from .shape import ScenarioError

__all__ = ["Scenario", "ScenarioError", "asked_fault", "load", "read_rule"]
