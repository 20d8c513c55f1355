"""Incidents -> what lists, maps and counts need of each, a tenth of the whole."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec

from cenotaph.model.assertion import Place, Target, Weapon
from cenotaph.model.base import Value
from cenotaph.model.record import Attribute, Figure, Incident


class Outline(Value):
    """An incident as a list shows it; which claims stand behind it, only the whole one tells."""

    id: str
    title: str
    event_type: str
    sub_event_type: str | None
    first: str | None
    last: str | None
    place: Attribute | None  # without claims
    tolls: tuple[Figure, ...]  # without claims and notes
    parties: tuple[str, ...]  # held responsible
    accounts: tuple[str, ...]  # document ids
    disputing: tuple[str, ...]  # those that give a side of a contested figure
    independent_sources: int
    review: str
    words: str  # by which it is found, in lower case


def outlined(incident: Incident, document_of: Mapping[str, str]) -> Outline:
    """Return an incident's outline; `document_of` tells where the contested claims stand."""
    contested = (c for t in incident.tolls if t.status == "contested" for c in t.claims)
    parties = tuple(b.party for b in incident.responsibility)
    return Outline(
        id=incident.id,
        title=incident.title,
        event_type=incident.event_type,
        sub_event_type=incident.sub_event_type,
        first=incident.first,
        last=incident.last,
        place=_unclaimed(incident.place) if incident.place else None,
        tolls=tuple(msgspec.structs.replace(t, claims=(), notes=()) for t in incident.tolls),
        parties=parties,
        accounts=incident.accounts,
        disputing=tuple(sorted({document_of[c] for c in contested if c in document_of})),
        independent_sources=incident.independent_sources,
        review=incident.review,
        words=_words(incident, parties),
    )


def contested_claims(incident: Incident) -> Collection[str]:
    """Return the claims behind an incident's contested figures."""
    return {c for t in incident.tolls if t.status == "contested" for c in t.claims}


def places_of(place: Attribute | None) -> list[Place | Target | Weapon]:
    """Return a place and its alternatives."""
    return [] if place is None else [place.value, *place.alternatives]


def _unclaimed(place: Attribute) -> Attribute:
    return msgspec.structs.replace(place, claims=())


def _words(incident: Incident, parties: Collection[str]) -> str:
    names = [a.value.name for a in (*incident.targets, *incident.weapons)]
    parts = ("name", "admin1", "country")
    told = [getattr(p, n, None) for p in places_of(incident.place) for n in parts]
    whole = [incident.title, *filter(None, told), *names, *parties, *incident.refs]
    return " ".join(whole).casefold()
