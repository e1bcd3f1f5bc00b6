"""A rule of faults as it is written: in a scenario, in a plan's file, in a request to the sandbox."""

import inspect
import json

from ..faults import FAULTS, Fault, refuse
from ..plan import Rule
from .shape import Parsed, ScenarioError, shaped


def read_rule(found: Parsed, origin: str = "the rule") -> Rule:
    """``{"fault": name, "with": {...}, "method": ..., "path": ..., "nth": [...], "times": ..., ...}``"""
    rest = dict(shaped(found, "rule", origin))
    make, given = FAULTS.get(rest.pop("fault")), rest.pop("with", {})
    if make is None:
        raise ScenarioError(f"{origin}: no fault is called {found['fault']}; there are {', '.join(sorted(FAULTS))}")
    if "nth" in rest:
        rest["nth"] = frozenset(rest["nth"])
    try:
        inspect.signature(make).bind(**given)
        return Rule(make(**given), **rest)
    except (TypeError, ValueError) as error:
        raise ScenarioError(f"{origin}: {found['fault']}: {error}") from error


def asked_fault(text: str) -> Fault:
    """The fault that a request asks for itself: ``act_then_drop``, or ``{"fault": "delay", "with": {"before": 1}}``."""
    origin = "the header X-Sandbox-Fault"
    try:
        found = json.loads(text) if text.lstrip().startswith("{") else {"fault": text.strip()}
        return read_rule(found, origin).fault
    except ScenarioError as error:
        return refuse(400, 400, str(error))
    except ValueError as error:
        return refuse(400, 400, f"{origin}: {error}")
