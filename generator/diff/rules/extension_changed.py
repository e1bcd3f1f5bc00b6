"""An extension says something else.

Extensions without a rule of their own reach no generated code and no wire.
"""

from generator.diff.finders.rest import extension
from generator.diff.values import DOCS, Rule

RULE = Rule(
    id="extension-changed",
    sentence="an extension says something else",
    shapes="document info path tag operation parameter header body response media scheme components schema",
    find=extension,
    python=DOCS,
    http=DOCS,
    mirror="extension-changed",
)
