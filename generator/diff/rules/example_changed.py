"""An example shows something else.

Examples promise nothing; they often show a change before the schema does.
"""

from generator.diff.finders.presence import changed
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="example-changed",
    sentence="an example shows something else",
    shapes="operation parameter header body response media schema",
    find=changed("example", "examples"),
    python=DOCS,
    http=DOCS,
    mirror="example-changed",
)
