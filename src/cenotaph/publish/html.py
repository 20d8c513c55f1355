"""`html`: one self-contained page without outside request; each number opens its sentences."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from typing import IO

import msgspec

from cenotaph.model import Capture, Incident, Record, days_words
from cenotaph.pages.drawing import Drawing
from cenotaph.pages.quoting import Quoting
from cenotaph.pages.skipping import skipped
from cenotaph.pages.telling import incident_parts, series_parts
from cenotaph.pages.templates import asset, environment
from cenotaph.publish import (
    Options,
    Shape,
    accidents,
    discreet,
    first_captures,
    hidden_names,
    shown,
)
from cenotaph.reconcile.period import by_country, by_place, inside

SHAPE: Shape = "stream"


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write the page."""
    style, script = asset("page/page.css"), asset("page/page.js")
    template = environment().get_template("page/page.html")
    out.write(
        template.render(
            style=style,
            script=script,
            script_hash=_csp_hash(script),
            style_hash=_csp_hash(style),
            **_view(record, options),
        )
    )


def _csp_hash(text: str) -> str:
    """Return the hash by which the page's own policy admits its one script and one style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _view(record: Record, options: Options) -> dict[str, object]:
    """Return everything the template prints, as words."""
    unspoken, first = hidden_names(record, options), first_captures(record)
    quoting = Quoting.of(record, first, unspoken)
    record = discreet(record, options, unspoken)
    incidents = shown(record, options)
    drawing, copies = Drawing.of(record, first), dict(record.copies_of)
    days: dict[str, list[dict[str, object]]] = {}
    for incident in incidents:
        heading = days_words(incident.first, incident.last)
        parts = {**incident_parts(incident, quoting), **drawing.beside(incident, narrow=True)}
        days.setdefault(heading, []).append(parts)
    return {
        "record": record,
        "days": days,
        "incident_count": len(incidents),
        "machine_only": sum(i.review == "machine" for i in incidents),
        "series": _running(record, incidents, quoting, drawing),
        "skipped": skipped(record, quoting),
        "accounts": [_account(c, copies) for c in record.captures],
        "names": options.names,
        "told": options.told,
        "keyed": options.keyed,
        "left_out": 0 if options.accidents else len(accidents(record)),
        "stories": len(record.accounts) - len(record.copies_of),
        "questions": [
            {"text": q.text, "evidence": quoting.rows(q.claims)} for q in record.questions[:20]
        ],
    }


def _running(
    record: Record, incidents: Sequence[Incident], quoting: Quoting, drawing: Drawing
) -> list[dict[str, object]]:
    """Return the running totals, those of one place together, each with the incidents inside."""
    within, titles = (
        inside(record.series, by_country(incidents)),
        {i.id: i.title for i in incidents},
    )
    return [
        series_parts(series, quoting, drawing, within.get(series.id), titles)
        for series in by_place(record.series)
    ]


def _account(capture: Capture, copies: Mapping[str, str]) -> dict[str, object]:
    return {**msgspec.structs.asdict(capture), "copy_of": copies.get(capture.document)}
