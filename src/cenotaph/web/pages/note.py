"""What somebody told, written down by staff: kept at once, and read as any account is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from starlette.responses import Response

from cenotaph.desk.note import KINDS, Note, received
from cenotaph.errors import UsageError
from cenotaph.web.visit import Entry, Page, Visit
from cenotaph.web.words import marked

ENTRY = Entry(80, "/note", marked("Note"), "n")
PATIENCE: Final = 4.0  # seconds that a note is waited for till it is read; then its page says so
_FIELDS: Final = (
    "text", "kind", "told_by", "taken_by", "told", "title", "publisher", "ref",
)  # fmt: skip


def show(visit: Visit) -> Response:
    """Show an empty form."""
    now = datetime.now(UTC)  # noqa: TID251 # the day a note is told on unless another is given
    given = {"taken_by": visit.reviewer or "", "told": now.date().isoformat()}
    return _page(visit, {**dict.fromkeys(_FIELDS, ""), **given})


def keep(visit: Visit) -> Response:
    """Keep a note and read it; where it cannot be kept the form comes back with what was typed."""
    given = {name: visit.form.get(name, "").strip() for name in _FIELDS}
    at = datetime.now(UTC).isoformat(timespec="seconds")  # noqa: TID251 # when it was written down
    try:
        made = received(Note(**{name: words for name, words in given.items() if words}), at)
        visit.present.readings.keep(made, PATIENCE)
    except UsageError as error:
        return _page(visit, given, str(error))
    return visit.to(f"/account/{made.document.id}", open="1")


def _page(visit: Visit, given: dict[str, str], refused: str = "") -> Response:
    return visit.page(
        "note.html", 400 if refused else 200, given=given, kinds=tuple(KINDS), refused=refused
    )


PAGES = (Page("/note", show), Page("/note", keep, "POST"))
