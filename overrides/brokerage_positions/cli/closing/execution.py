"""Execute an approved plan and report it: whatever happens, the exit code says what became of the money."""

from contextlib import suppress

from brokerage_positions.cli.closing.approval import approve
from brokerage_positions.cli.closing.interruption import cut_off, deaf, stoppable
from brokerage_positions.cli.closing.report import Blocked, outcome, show
from brokerage_positions.cli.closing.session import Session
from brokerage_positions.cli.closing.twins import twins
from brokerage_positions.cli.exits import Exit
from brokerage_positions.cli.failures import CliError, Ended
from brokerage_positions.cli.screen import progress
from brokerage_positions.closing.outcome import OutcomeUnknown
from brokerage_positions.closing.plans import Plan
from brokerage_positions.closing.report import CloseReport
from brokerage_positions.errors import CloseAccepted, PositionsError
from brokerage_positions.journal import JournalError, UnresolvedTwin


def execute(session: Session, plan: Plan, *, as_json: bool) -> None:
    """Ask if need be, send each request of the plan once, show what became of it; ends with its exit code."""
    if not plan.lines:
        show(CloseReport(()), {}, plan, session, as_json=as_json)
        raise Ended(Exit.SUCCESS)
    approve(plan, session.target, session.approval)
    session.total = 1 if plan.use_close_all else len(plan.lines)
    try:
        with stoppable(), progress(f"Closing at {session.target}") as session.tell:
            report: CloseReport = session.client.execute(plan)
            deaf()
    except PositionsError as error:
        deaf()
        raise _advised(error, session.given.again()) from error.__cause__
    except BaseException as error:
        deaf()
        if isinstance(error, ValueError) and not session.journal.begun:
            raise  # an amount that cannot be meant
        raise cut_off(error, plan, session.journal, session.given.again()) from error
    raise Ended(_shown(report, plan, session, as_json=as_json))


def _shown(report: CloseReport, plan: Plan, session: Session, *, as_json: bool) -> Exit:
    """Show the report.  That it cannot be shown changes nothing of what became of the money, nor of the code."""
    blocked: Blocked = {}
    with suppress(JournalError):  # then nobody can say what was in the way
        blocked = twins(report, plan, session.journal)
    code = outcome(report, blocked)
    try:
        show(report, blocked, plan, session, as_json=as_json)
    except (OSError, SystemExit):  # the terminal was closed, or who read it has gone, for which rich exits
        pass
    except Exception as error:
        failed = CliError(f"the report cannot be shown ({type(error).__name__})", code, money="It says")
        for line in str(report).splitlines():
            failed.add_note(line)
        raise failed from error
    return code


def _advised(error: PositionsError, again: str) -> PositionsError:
    """The same error, with the command that resolves it, or with what could be read of an answer."""
    if isinstance(error, OutcomeUnknown):
        error.todo = f"Do not send it again. Judge by evidence: positions resolve{again} {error.close_id}"
    if isinstance(error, UnresolvedTwin):
        error.todo = f"positions resolve{again} {' '.join(record.id for record in error.records)}"
    if isinstance(error, CloseAccepted) and error.entries:
        for line in str(CloseReport(error.entries)).splitlines():
            error.add_note(line)
    return error
