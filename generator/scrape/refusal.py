"""Why a page that was asked for is not taken; told as a finding, and the page kept from last time stays."""

from generator.errors import PageError
from generator.model import Finding


class Refused(PageError):
    """This answer is not used.  ``code`` is stable, as a finding's is."""

    def __init__(self, code: str, where: str, what: str, todo: str) -> None:
        super().__init__(where, "", what, todo)
        self.code = code

    def finding(self) -> Finding:
        return Finding(self.code, self.where, self.what, self.todo)


class Again(Refused):
    """Refused for now: worth another try, not before ``after`` seconds where the server said so."""

    def __init__(self, code: str, where: str, what: str, todo: str, after: float | None = None) -> None:
        super().__init__(code, where, what, todo)
        self.after = after
