"""What changed between two OpenAPI documents, judged on what a caller would feel.

``values`` is what it is told in, ``walk`` lays the documents side by side, ``rules`` judge what lies there (``finders``
are what rules are made of), ``report`` writes it down for people, tools and pull requests.
"""

from generator.diff.compare import compare, mirrored, worst
from generator.diff.report import FORMATS, report
from generator.diff.sound import check
from generator.diff.values import ADDITIVE, BREAKING, DOCS, RISKY, Change, Level

__all__ = [
    "ADDITIVE",
    "BREAKING",
    "DOCS",
    "FORMATS",
    "RISKY",
    "Change",
    "Level",
    "check",
    "compare",
    "mirrored",
    "report",
    "worst",
]
