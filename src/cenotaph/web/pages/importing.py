"""A spreadsheet moves in: tried first, then imported, every refused row told by its number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from starlette.responses import Response

from cenotaph import pipeline
from cenotaph.desk.table import ENGLISH, Tongue, summary, trial
from cenotaph.errors import CenotaphError, UsageError
from cenotaph.model import Refused
from cenotaph.sheets import Table, ours, read_table, shipped
from cenotaph.store import Ledger
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import marked

ENTRY = Entry(70, "/import", marked("Import"), "m")
_CHOOSE = marked("Choose a file: a table saved as CSV, TSV or XLSX.")
_SHOWN = 200  # refused rows named on the page


class Outcome(NamedTuple):
    """What became, or would become, of a table."""

    lines: Sequence[str] = ()
    refused: Sequence[Refused] = ()
    error: str = ""  # why nothing could be done at all
    kept: bool = False


def show(visit: Visit) -> Response:
    """Show the form."""
    return _page(visit, None)


def take(visit: Visit) -> Response:
    """Try a table, or import it; whatever is wrong stands beside the form."""
    try:
        tongue = Tongue(visit.phrase, visit.language.some)
        found = outcome(visit, _table(visit), tongue)
    except CenotaphError as error:
        found = Outcome(error=str(error))
    return _page(visit, found)


def outcome(visit: Visit, table: Table, tongue: Tongue = ENGLISH) -> Outcome:
    """Return what becomes of a table, or would: it is kept where the form says so."""
    if visit.form.get("do") != "import":
        read = read_table(table)
        rows = list(read)
        refused = [r for r in rows if isinstance(r, Refused)]
        return Outcome(list(trial(rows, table.file, read.notes, tongue)), refused)
    now = datetime.now(UTC).isoformat(timespec="microseconds")  # noqa: TID251 # when it was decided
    kept: list[Refused] = []
    path = visit.present.terms.ledger
    with Ledger.open(path) as ledger:
        done = pipeline.move_in(
            table, ledger, (visit.decider(), now), lambda step: kept.extend(step.refused)
        )
    return Outcome([summary(done, table.file, path, tongue)], kept, kept=True)


def _table(visit: Visit) -> Table:
    """Return the table of a form, with the map that it chose, typed or gave as a file."""
    file = visit.files.get("table")
    if file is None:
        raise UsageError(visit.language.say(_CHOOSE))
    own = visit.files.get("map")
    words = own.raw.decode("utf-8", "replace") if own else visit.form.get("words", "").strip()
    sheet = visit.form.get("sheet", "").strip() or None
    if words:
        return Table(file.name, file.raw, own.name if own else "map", words, sheet)
    return Table(file.name, file.raw, *ours(visit.form.get("known", "")), sheet)


def _page(visit: Visit, found: Outcome | None) -> Response:
    refused = () if found is None else found.refused
    return visit.page(
        "importing.html",
        400 if found is not None and found.error else 200,
        outcome=found,
        refused=refused[:_SHOWN],
        more=len(refused) - _SHOWN if len(refused) > _SHOWN else 0,
        maps=shipped(),
        known=visit.form.get("known", ""),
        words=visit.form.get("words", ""),
        sheet=visit.form.get("sheet", ""),
    )


PAGES = (Page("/import", show), Page("/import", take, "POST"))
