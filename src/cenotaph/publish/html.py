"""`html`: one self-contained page without outside request; each number opens its sentences."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from typing import IO, NamedTuple

import jinja2
import msgspec

from cenotaph.model import (
    OTHER_LANGUAGE,
    Account,
    Attribute,
    Capture,
    Claim,
    Count,
    Figure,
    Incident,
    Record,
    Reported,
    Responsibility,
    Series,
    Span,
    Toll,
    Victim,
    count_words,
    days_words,
    people_words,
    quoted,
    withheld,
    without_names,
)
from cenotaph.pictures.toll import over_time, points
from cenotaph.pictures.waterfall import join, waterfall
from cenotaph.publish import (
    Options,
    Shape,
    accidents,
    discreet,
    first_captures,
    hidden_names,
    shown,
)
from cenotaph.reconcile.period import by_place, inside

SHAPE: Shape = "stream"
_DOCUMENT = re.compile(r"\b[0-9a-f]{12}\b")  # the beginning of its hash, as reasons name it
_PICTURED = 8  # links of one incident that are drawn: more would only make the page heavy
_PAGE = "page"  # folder of the package's data


def write(record: Record, out: IO[str], options: Options, /) -> None:
    """Write the page."""
    folder = resources.files("cenotaph").joinpath("data", _PAGE)
    style = folder.joinpath("page.css").read_text("utf-8")
    script = folder.joinpath("page.js").read_text("utf-8")
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(folder.joinpath("page.html").read_text("utf-8"))
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
    unspoken = hidden_names(record, options)
    hidden = {a.document.id: withheld(a, unspoken) for a in record.accounts}
    evidence = _evidence(record, unspoken, hidden)
    record = discreet(record, options, unspoken)
    incidents = shown(record, options)
    first = first_captures(record)
    drawn = _Drawn(first, dict(record.copies_of), {d[:12]: c.ref for d, c in first.items()})
    days: dict[str, list[dict[str, object]]] = {}
    for incident in incidents:
        heading = days_words(incident.first, incident.last)
        days.setdefault(heading, []).append(
            {**_incident(incident, evidence), **drawn.beside(incident)}
        )
    return {
        "record": record,
        "days": days,
        "incident_count": len(incidents),
        "machine_only": sum(i.review == "machine" for i in incidents),
        "series": _running(record, incidents, evidence, drawn),
        "skipped": _skipped(record, hidden),
        "accounts": [_account(c, record) for c in record.captures],
        "names": options.names,
        "left_out": 0 if options.accidents else len(accidents(record)),
        "stories": len(record.accounts) - len(record.copies_of),
        "questions": [
            {"text": q.text, "evidence": _rows(q.claims, evidence)} for q in record.questions[:20]
        ],
    }


class _Drawn(NamedTuple):
    """What pictures and reasons need besides themselves."""

    captures: Mapping[str, Capture]
    copies: Mapping[str, str]
    refs: Mapping[str, str]  # by the beginning of a document's hash

    def of(self, title: str, reports: Sequence[Reported]) -> str | None:
        """Return the picture of some reports; one alone needs none."""
        told = points(reports, self.captures, self.copies)
        return over_time(title, told) if len(told) > 1 else None

    def beside(self, incident: Incident) -> dict[str, object]:
        """Return an incident's picture, why it is one, and what its copies changed."""
        reasons = [self._referred(reason) for reason in incident.because]
        return {
            "chart": self.of(incident.title, incident.reports),
            "because": [_reason(*r) for r in enumerate(r for r in reasons if " copies " not in r)],
            "copies": [r for r in reasons if " copies " in r],
        }

    def _referred(self, reason: str) -> str:
        """Return a reason in which documents go by the reference under which they came."""
        return _DOCUMENT.sub(lambda m: self.refs.get(m[0], m[0]), reason)


def _evidence(
    record: Record, unspoken: frozenset[str], hidden: Mapping[str, tuple[Span, ...]]
) -> dict[str, dict[str, object]]:
    """Return, for each claim, its sentence in three pieces and who says it."""
    captures = first_captures(record)
    found, copies = {}, dict(record.copies_of)
    for account in record.accounts:
        copy_of = copies.get(account.document.id)
        for claim in without_names(account.claims, unspoken):
            words = _sentence(
                claim, account, hidden[account.document.id], captures.get(claim.document)
            )
            found[claim.id] = {
                **words,
                "voice": _voice(claim),
                "copy_of": copy_of,
            }
    return found


def _sentence(
    claim: Claim, account: Account, hidden: tuple[Span, ...], capture: Capture | None
) -> dict[str, object]:
    whole, part = claim.sentence, claim.evidence
    pieces = [
        _piece(account, whole.start, part.start, whole, hidden),
        _piece(account, part.start, part.end, whole, hidden),
        _piece(account, part.end, whole.end, whole, hidden),
    ]
    return {
        "id": claim.id,
        "before": pieces[0],
        "words": pieces[1],
        "after": pieces[2],
        "publisher": (capture.publisher if capture else None) or "publisher unknown",
        "published": (capture.published if capture else None) or "undated",
        "ref": capture.ref if capture else claim.document[:12],
        "document": claim.document,
        "offsets": f"{part.part} {part.start} to {part.end}",
        "stance": claim.stance,
        "says": _says(claim),
        "confidence": claim.confidence,
    }


def _piece(account: Account, start: int, end: int, whole: Span, hidden: tuple[Span, ...]) -> str:
    if start >= end:
        return ""
    return quoted(account, Span(start=start, end=end, part=whole.part), hidden)


def _voice(claim: Claim) -> str:
    """Return who says it, in words; an unresolved speaker is never the narrator."""
    if claim.voice == "unresolved":
        return "a speaker this reading could not name"
    if claim.speaker is None:
        return "the account itself"
    side = f", {claim.speaker.side}" if claim.speaker.side else ""
    role = f" ({claim.speaker.role}{side})" if claim.speaker.role else ""
    via = f", through {', '.join(claim.speaker.via)}" if claim.speaker.via else ""
    return f"{claim.speaker.name}{role}{via}"


def _says(claim: Claim) -> str:
    match claim.value:
        case Toll():
            people = people_words(claim.value.people)
            words = f"{claim.value.outcome}: {count_words(claim.value.count)}"
            return f"{words} ({people})" if people else words
        case Responsibility():
            return f"{claim.stance} {claim.value.party}"
        case _:
            return type(claim.value).__name__.lower()


def _rows(ids: Iterable[str], evidence: Mapping[str, dict[str, object]]) -> list[dict[str, object]]:
    return [evidence[i] for i in dict.fromkeys(ids) if i in evidence]


def _incident(incident: Incident, evidence: Mapping[str, dict[str, object]]) -> dict[str, object]:
    attributes = [("place", incident.place)] if incident.place else []
    attributes += [("target", t) for t in incident.targets]
    attributes += [("weapon", w) for w in incident.weapons]
    main, detail = _figures(incident.tolls)
    return {
        "value": incident,
        "days": days_words(incident.first, incident.last),
        "main": [_figure(f, evidence) for f in main],
        "detail": [_figure(f, evidence) for f in detail],
        "attributes": [_attribute(kind, a, evidence) for kind, a in attributes],
        "blames": [
            {
                "value": b,
                "speaker": b.speaker,
                "evidence": _rows(b.claims, evidence),
            }
            for b in incident.responsibility
        ],
        "conflicts": [
            {
                "kind": c.kind,
                "text": c.text,
                "evidence": _rows(c.claims, evidence),
            }
            for c in incident.conflicts
        ],
        "victims": [
            {"words": _victim(v), "evidence": _rows(ids, evidence)} for v, ids in incident.victims
        ],
        "contested": any(f.status == "contested" for f in incident.tolls),
    }


def _reason(number: int, words: str) -> dict[str, str]:
    """Return why an account is of an incident, with a picture where it is one of the first."""
    link = join(words) if number < _PICTURED else None
    return {"words": words, "picture": waterfall(link) if link is not None else ""}


def _figures(tolls: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Part the figures for everyone, or the only ones of their outcome, from the finer ones."""
    outcomes = {f.outcome for f in tolls if not people_words(f.people)}
    main = [f for f in tolls if not people_words(f.people) or f.outcome not in outcomes]
    return main, [f for f in tolls if f not in main]


def _figure(figure: Figure, evidence: Mapping[str, dict[str, object]]) -> dict[str, object]:
    rows = _rows(figure.claims, evidence)
    count = Count(
        low=figure.low,
        high=figure.high,
        approximate=figure.approximate,
        vague=figure.vague if figure.low is None else None,
    )
    contested = figure.status == "contested"
    words = count_words(count)
    chosen = contested and figure.best is not None  # by a policy, or by a person
    return {
        "value": figure,
        "people": people_words(figure.people),
        "words": f"{figure.best:,} ({words})" if chosen and figure.low != figure.high else words,
        # What is contested stands side by side, never as one range, unless one was chosen.
        "sides": list(map(count_words, figure.sides)) if contested and not chosen else [],
        "evidence": rows,
    }


def _attribute(
    kind: str, attribute: Attribute, evidence: Mapping[str, dict[str, object]]
) -> dict[str, object]:
    value = attribute.value
    precision = getattr(value, "precision", None)
    extra = [getattr(value, "admin1", None), getattr(value, "country", None)]
    return {
        "kind": kind,
        "name": value.name,
        "extra": ", ".join(e for e in extra if e),
        "damage": getattr(value, "damage", None),
        "unresolved": precision == "unresolved",
        "contested": attribute.contested,
        "alternatives": [a.name for a in attribute.alternatives],
        "evidence": _rows(attribute.claims, evidence),
    }


def _victim(victim: Victim) -> str:
    name = victim.name or "unnamed"
    age = f"aged {victim.age}" if victim.age is not None else ""
    return ", ".join(w for w in (name, age, victim.role or "", victim.outcome) if w)


def _running(
    record: Record,
    incidents: Sequence[Incident],
    evidence: Mapping[str, dict[str, object]],
    drawn: _Drawn,
) -> list[dict[str, object]]:
    """Return the running totals, those of one place together, each with the incidents inside."""
    within, titles = inside(record.series, incidents), {i.id: i.title for i in incidents}
    rows = []
    for series in by_place(record.series):
        held = within.get(series.id)
        rows.append(
            {
                **_series(series, evidence),
                "chart": drawn.of("Over time", series.reports),
                "inside": [(i, titles[i]) for i in held.incidents] if held else [],
                "unaccounted": held.unaccounted if held else None,
            }
        )
    return rows


def _series(series: Series, evidence: Mapping[str, dict[str, object]]) -> dict[str, object]:
    count = Count(low=series.low, high=series.high, approximate=series.approximate)
    return {
        "value": series,
        "words": count_words(count) if series.low is not None else "no figure",
        "people": people_words(series.people),
        "place": series.place.value.name if series.place else "no place named",
        "evidence": _rows(series.claims, evidence),
    }


def _skipped(record: Record, hidden: Mapping[str, tuple[Span, ...]]) -> list[dict[str, object]]:
    """Return what was left out and why, most frequent reason first, with the words."""
    found: dict[str, list[dict[str, str]]] = {}
    for account in record.accounts:
        for skip in account.skipped:
            span = Span(start=skip.start, end=skip.end, part=skip.part)
            words = quoted(account, span, hidden[account.document.id])
            if skip.why == OTHER_LANGUAGE:
                words = "(a passage in which names are not known)"
            found.setdefault(skip.why, []).append(
                {"words": words[:300], "document": account.document.id[:12]}
            )
    ordered = sorted(found.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    return [{"why": why, "count": len(rows), "rows": rows[:50]} for why, rows in ordered]


def _account(capture: Capture, record: Record) -> dict[str, object]:
    copy_of = dict(record.copies_of).get(capture.document)
    return {**msgspec.structs.asdict(capture), "copy_of": copy_of}
