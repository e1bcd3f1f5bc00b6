"""A placeholder in the path has another name.

Python passes it by name; the wire has only its value.
"""

from generator.diff.finders.calls import renamed_in_path
from generator.diff.values import BREAKING, DOCS, Rule

RULE = Rule(
    id="path-parameter-renamed",
    sentence="a placeholder in the path has another name",
    shapes="parameter",
    find=renamed_in_path,
    python=BREAKING,
    http=DOCS,
    mirror="path-parameter-renamed",
)
