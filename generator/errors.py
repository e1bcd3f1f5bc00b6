"""Why the generator cannot go on.

    GeneratorError
    ├── PageError       a page cannot be read as what it claims to be
    ├── BrokenPages     several pages at once; ``errors`` has one PageError each
    ├── MergeConflict   fragments disagree and no rule settles it
    ├── OverlayError    an overlay is malformed or a target matches nothing
    ├── DocumentError   a built document is not a valid OpenAPI 3.1 document
    └── RenderError     the client package could not be generated

Each reads ``file: pointer: what: what to do``.  Things worth telling that do not stop a build are ``model.Finding``s.
"""


class GeneratorError(Exception):
    """Cannot go on.  ``where`` is a file (with ``:line`` when known), ``pointer`` a JSON pointer or ''."""

    def __init__(self, where: str, pointer: str, what: str, todo: str) -> None:
        super().__init__(where, pointer, what, todo)
        self.where = where
        self.pointer = pointer
        self.what = what
        self.todo = todo

    def __str__(self) -> str:
        return ": ".join(part for part in (self.where, self.pointer, self.what, self.todo) if part)


class PageError(GeneratorError):
    """A page cannot be read as what it claims to be."""


class BrokenPages(GeneratorError):
    """Every page of a folder that cannot be read, so that all can be mended in one go."""

    def __init__(self, errors: list[PageError]) -> None:
        self.errors = tuple(errors)
        super().__init__(f"{len(errors)} pages", "", "cannot be read", "mend or remove them")

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


class MergeConflict(GeneratorError):
    """Fragments disagree and no rule settles it."""


class OverlayError(GeneratorError):
    """An overlay is malformed, or one of its targets matches nothing."""


class DocumentError(GeneratorError):
    """A built document is not a valid OpenAPI 3.1 document."""


class RenderError(GeneratorError):
    """The client package could not be generated."""
