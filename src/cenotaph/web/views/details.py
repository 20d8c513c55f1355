"""One thing of the record -> what its page shows of it besides its row, for programs."""

from __future__ import annotations

import msgspec

from cenotaph.desk.imports import imports as every_import
from cenotaph.desk.imports import judged
from cenotaph.desk.printed import Words
from cenotaph.model import Account, Decision, Incident, Series
from cenotaph.reconcile.period import inside
from cenotaph.web.now import Now
from cenotaph.web.views.account import LONGEST, Piece, telling
from cenotaph.web.views.api import Rows, question
from cenotaph.web.views.cumulative import Wanted, chosen
from cenotaph.web.views.questions import Queued, asked


def text(account: Account, now: Now) -> Rows:
    """Yield an account's words as its page shows them, piece by piece, names withheld."""
    length = len(account.document.text)
    for first in range(0, max(length, 1), LONGEST):
        shown = telling(account, now, first=first)
        if not first:
            yield from (_piece("title", p) for p in shown.title)
        yield from (_piece("text", p) for p in shown.text)


def _piece(part: str, piece: Piece) -> dict[str, object]:
    return {
        "in": part,
        "start": piece.start,
        "end": piece.end,
        "words": piece.words,
        "withheld": piece.hidden,
        "claim": piece.claim,
        "claims": list(piece.anchors),
    }


def compared(queued: Queued, now: Now) -> dict[str, object]:
    """Return a question with what agrees of its two accounts, and what does not."""
    found = asked(queued, now)
    return {
        **question(queued, Words(now.found, now.hidden)),
        "accounts": [s.document for s in found.sides],
        "compared": [c._asdict() for c in found.compared],
    }


def nearly(incident: Incident, now: Now) -> Rows:
    """Yield what is asked of an incident and others, settled or not: whether they are one."""
    words = Words(now.found, now.hidden)
    for near in now.nearly(incident):
        yield {
            "text": near.text,
            "change": near.change,
            "because": list(near.because),
            "subjects": list(near.subjects),
            "claims": list(near.claims),
            "evidence": words.evidence(near.claims),
        }


def within(now: Now, wanted: Wanted) -> Rows:
    """Yield the running totals that a query asks for, with the incidents that may lie inside."""
    return (_within(s, now) for s in chosen(now, wanted))


def _within(series: Series, now: Now) -> dict[str, object]:
    held = inside([series], now.placed).get(series.id)
    return {
        "figure": series.id,
        "incidents": list(held.incidents) if held is not None else [],
        "unaccounted": held.unaccounted if held is not None else None,
    }


def imports(decisions: tuple[Decision, ...]) -> Rows:
    """Yield every import, the last one first, with how much of it stands."""
    for one in every_import(decisions):
        yield {
            "import": one.key,
            "table": one.table,
            "reviewer": one.made[0].reviewer,
            "at": one.made[0].at,
            "decisions": len(one.made),
            "standing": len(one.standing),
            "judged": judged(one, decisions),
        }


def entry(found: msgspec.Struct, kilometers: int | None = None) -> dict[str, object]:
    """Return an entry of the gazetteer, with how far it is from the point that was asked for."""
    fields = msgspec.structs.asdict(found)
    del fields["admin1_code"]  # the gazetteer's own
    return {**fields, "kilometers": kilometers}
