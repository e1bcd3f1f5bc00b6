"""Which closes of the journal were in the way of those that were not sent."""

from brokerage_positions.cli.closing.watched import WatchedJournal
from brokerage_positions.closing.plans import Plan
from brokerage_positions.closing.report import CloseReport, Rejected
from brokerage_positions.symbols import Asset, may_be_same


def twins(report: CloseReport, plan: Plan, journal: WatchedJournal) -> dict[str, tuple[str, ...]]:
    """Position -> the ids of closes, open or unknown, that its own may have doubled; only where nothing was sent."""
    unsent = {entry.symbol for entry in report if isinstance(entry, Rejected) and not entry.status}
    if not unsent:
        return {}
    pending = journal.records(broker=plan.broker, account=plan.account, states=("open", "unknown"))
    others = [record for record in pending if record.id not in journal.begun]
    found: dict[str, tuple[str, ...]] = {}
    for line in plan.lines:
        same = [
            one.id for one in others if one.intent.asset is None or may_be_same(one.intent.asset, Asset(line.names))
        ]
        if line.symbol in unsent and same:
            found[line.symbol] = tuple(same)
    return found
