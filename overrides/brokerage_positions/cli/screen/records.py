"""One close of the journal, with all that is known of it."""

import json

from brokerage_positions.cli.records import asked, state
from brokerage_positions.cli.screen.draw import column
from brokerage_positions.journal import Record
from brokerage_positions.portfolio.show.numbers import visible
from brokerage_positions.portfolio.show.table import Table


def record_table(record: Record) -> Table:
    """A line a field."""
    intent = record.intent
    rows = {
        "Close": record.id,
        "State": state(record),
        "Of": asked(record),
        "Broker": intent.broker,
        "Account": intent.account,
        "Asked at": intent.created_at.isoformat(),
        "Since": record.updated_at.isoformat(),
        "Given up at": record.given_up_at.isoformat() if record.given_up_at else "",
        "Plan": intent.plan_id or "",
        "Request": f"{intent.request.get('method')} {intent.request.get('target')}",
        "Body": str(intent.request.get("body") or ""),
        "Names": ", ".join(sorted(intent.asset.names)) if intent.asset else "",
        "Held before": _json(intent.before),
        "Known": _json(record.detail),
    }
    said = {name: text for name, text in rows.items() if text}
    columns = (column("Field", list(said)), column("Value", [visible(text) for text in said.values()]))
    todo = (f"To do: positions resolve {record.id}",) if record.unresolved else ()
    return Table("", columns, 0, todo)


def _json(value: object) -> str:
    return "" if value is None else json.dumps(value)
