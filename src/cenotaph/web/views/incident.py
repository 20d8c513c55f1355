"""One incident -> everything its page shows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from cenotaph.model import (
    Attribute,
    Conflict,
    Decision,
    Incident,
    Question,
    Victim,
    days_words,
    kind_words,
)
from cenotaph.pictures.toll import over_time, points
from cenotaph.pictures.waterfall import join, waterfall
from cenotaph.web.present import Now
from cenotaph.web.views.evidence import Sentence, publisher, sentences
from cenotaph.web.views.figures import Told, parted, told

_DOCUMENT = re.compile(r"\b[0-9a-f]{12}\b")  # the beginning of its hash, as reasons name it
_PICTURED: Final = 8  # links of one incident that are drawn: more would only make the page heavy
_MIX_UP: Final = "same number other outcome"
_COPIES: Final = " copies "  # in the reasons that tell what copies changed


class Shown(NamedTuple):
    """A figure with its sentences."""

    told: Told
    sentences: list[Sentence]


class Part(NamedTuple):
    """Some words of the record with the sentences that they rest on."""

    kind: str
    words: str
    sentences: list[Sentence]
    value: object = None


class Source(NamedTuple):
    """An account of the incident, with the copies of it that count with it once."""

    document: str
    publisher: str
    published: str | None
    ref: str
    copies: tuple[Source, ...] = ()


class Reason(NamedTuple):
    """Why two accounts are one incident."""

    words: str
    picture: str  # SVG; "" for none


class Whole(NamedTuple):
    """All that the page of an incident shows."""

    value: Incident
    days: str
    kind: str
    figures: Mapping[str, list[Shown]]  # by status: agreed, updated, contested, single-source
    details: list[Shown]  # of those among them, or counted apart
    over_time: str | None  # SVG
    mix_ups: list[Part]
    blames: list[Part]
    attributes: list[Part]
    victims: list[Part]
    conflicts: list[Part]
    sources: list[Source]
    because: list[Reason]
    changed_by_copies: list[str]
    nearly: list[Part]  # what was nearly joined, or nearly kept apart
    history: list[Decision]


def whole(incident: Incident, now: Now) -> Whole:
    """Return all of an incident of the record as shown, names withheld."""
    main, fine = parted(incident.tolls)
    drawn = points(incident.reports, now.captures, now.copies)
    reasons = [_referred(reason, now) for reason in incident.because]
    return Whole(
        value=incident,
        days=days_words(incident.first, incident.last),
        kind=kind_words(incident.event_type, incident.sub_event_type),
        figures=_by_status([Shown(told(f), sentences(f.claims, now)) for f in main]),
        details=[Shown(told(f), sentences(f.claims, now)) for f in fine],
        over_time=over_time(incident.title, drawn) if len(drawn) > 1 else None,
        mix_ups=[_conflict(c, now) for c in incident.conflicts if c.kind == _MIX_UP],
        blames=_blames(incident, now),
        attributes=_attributes(incident, now),
        victims=[Part("person", _victim(v), sentences(ids, now), v) for v, ids in incident.victims],
        conflicts=[_conflict(c, now) for c in incident.conflicts if c.kind != _MIX_UP],
        sources=_sources(incident, now),
        because=[_reason(n, r) for n, r in enumerate(r for r in reasons if _COPIES not in r)],
        changed_by_copies=[r for r in reasons if _COPIES in r],
        nearly=[_nearly(q, now) for q in now.record.questions if _is_near(q, incident)],
        history=history(incident, now),
    )


def history(incident: Incident, now: Now) -> list[Decision]:
    """Return the decisions that an incident rests on, and those taken back, as they were made."""
    held = [d for d in now.decisions if d.id in set(incident.decisions)]
    known = {d.id for d in held} | {d.supersedes for d in held}
    about = {s for d in held for s in d.subjects}
    undone = [d for d in now.decisions if d.id not in known and about & set(d.subjects)]
    return sorted((*held, *undone), key=lambda d: d.seq)


def _by_status(figures: Sequence[Shown]) -> dict[str, list[Shown]]:
    found: dict[str, list[Shown]] = {}
    for status in ("contested", "agreed", "updated", "single-source"):
        held = [f for f in figures if f.told.value.status == status]
        if held:
            found[status] = held
    return found


def _conflict(conflict: Conflict, now: Now) -> Part:
    return Part(conflict.kind, conflict.text, sentences(conflict.claims, now), conflict)


def _blames(incident: Incident, now: Now) -> list[Part]:
    return [Part(b.stance, b.party, sentences(b.claims, now), b) for b in incident.responsibility]


def _attributes(incident: Incident, now: Now) -> list[Part]:
    named = [("place", incident.place)] if incident.place else []
    named += [("target", t) for t in incident.targets]
    named += [("weapon", w) for w in incident.weapons]
    return [Part(kind, _name(a), sentences(a.claims, now), a) for kind, a in named]


def _name(attribute: Attribute) -> str:
    value = attribute.value
    more = [getattr(value, n, None) for n in ("admin1", "country", "damage")]
    inside = ", ".join(str(m) for m in more if m)
    return f"{value.name} ({inside})" if inside else value.name


def _victim(victim: Victim) -> str:
    name = victim.name or "unnamed"
    age = f"aged {victim.age}" if victim.age is not None else ""
    return ", ".join(w for w in (name, age, victim.role or "", victim.outcome) if w)


def _sources(incident: Incident, now: Now) -> list[Source]:
    """Return the accounts by day, each copy folded into what it was copied from."""
    documents = dict.fromkeys(incident.accounts)
    folded: dict[str, list[Source]] = {}
    for document in documents:
        original = now.copies.get(document)
        if original in documents:
            folded.setdefault(original or "", []).append(_source(document, now))
    own = [d for d in documents if now.copies.get(d) not in documents]
    found = [_source(d, now)._replace(copies=tuple(folded.get(d, ()))) for d in own]
    return sorted(found, key=lambda s: (s.published or "", s.ref))


def _source(document: str, now: Now) -> Source:
    capture = now.captures.get(document)
    return Source(
        document,
        publisher(document, now),
        capture.published if capture else None,
        capture.ref if capture else document[:12],
    )


def _referred(reason: str, now: Now) -> str:
    """Return a reason in which documents go by the reference under which they came."""
    refs = {d[:12]: c.ref for d, c in now.captures.items()}
    return _DOCUMENT.sub(lambda m: refs.get(m[0], m[0]), reason)


def _reason(number: int, words: str) -> Reason:
    link = join(words) if number < _PICTURED else None
    return Reason(words, waterfall(link) if link is not None else "")


def _is_near(question: Question, incident: Incident) -> bool:
    own = {incident.id, *incident.aliases}
    return question.kind == "merge" and not own.isdisjoint(question.subjects)


def _nearly(question: Question, now: Now) -> Part:
    return Part("merge", question.text, sentences(question.claims, now), question)
