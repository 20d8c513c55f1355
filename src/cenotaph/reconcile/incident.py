"""A dossier -> an incident: positions side by side under one policy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from cenotaph.model import (
    AccountIncident,
    Attribute,
    Claim,
    Conflict,
    Decision,
    Dossier,
    Incident,
    Mention,
    Place,
    Target,
    kind_of,
    kind_words,
)
from cenotaph.reconcile import attributes, conflicts
from cenotaph.reconcile.policies import Policy
from cenotaph.reconcile.positions import Position, feeds, positions, standing
from cenotaph.reconcile.reported import reported
from cenotaph.reconcile.sources import Sources

Review = Literal["machine", "partly", "reviewed", "withheld"]


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What all incidents are reconciled against."""

    sources: Sources
    mentions: Mapping[str, Mention]
    stories: Mapping[tuple[str, str], AccountIncident]  # (document, event) -> what it says
    decisions: Sequence[Decision]
    judged: Mapping[str, str]  # claim id -> the latest verdict on it


def incident(dossier: Dossier, frame: Frame, policy: Policy) -> Incident:
    """Return the record of one incident under a policy."""
    rejected = {i for i, verdict in frame.judged.items() if verdict == "reject"}
    claims = [c for c in dossier.claims if c.id not in rejected]
    blames = attributes.blames(claims)
    found = _positions(dossier, claims, frame)
    place, targets = attributes.place(claims), attributes.targets(claims)
    weapons = attributes.weapons(claims)
    first, last, precision = attributes.days(claims)
    kind, subkind = kind_of([frame.mentions[m] for m in dossier.mentions])
    documents = sorted({c.document for c in dossier.claims}, key=lambda d: _order(d, frame))
    return Incident(
        id=dossier.id,
        aliases=tuple(m for m in dossier.mentions if m != dossier.id),
        title=_title(kind_words(kind, subkind), place, targets, first, last),
        event_type=kind,
        sub_event_type=subkind,
        first=first,
        last=last,
        date_precision=precision,
        place=place,
        targets=targets,
        weapons=weapons,
        victims=attributes.victims(claims),
        tolls=policy.count(found, frame.sources),
        responsibility=blames,
        conflicts=_conflicts(found, claims, frame, place=place, targets=targets, weapons=weapons),
        accounts=tuple(documents),
        refs=tuple(r for d in documents for r in frame.sources.refs.get(d, ())),
        independent_sources=frame.sources.independent(_one_each(dossier.claims)),
        review=_review(dossier, frame.judged),
        decisions=_decisions(dossier, frame.decisions),
        because=(*dossier.because, *attributes.day_reasons(claims)),
        policy=policy.NAME,
        reports=reported(found),
    )


def _order(document: str, frame: Frame) -> tuple[str, str]:
    return frame.sources.day(document) or "9999", document


def _positions(dossier: Dossier, claims: Sequence[Claim], frame: Frame) -> tuple[Position, ...]:
    parties = {
        b.party
        for b in attributes.blames(claims)
        if b.stance in {"blames", "claims-responsibility"}
    }
    feeding = [c for c in claims if feeds(c, parties, ())]
    stories = {
        (frame.mentions[m].document, outcome): frame.stories[frame.mentions[m].document, m]
        for m in dossier.mentions
        if (frame.mentions[m].document, m) in frame.stories
        for outcome in ("killed", "injured", "missing")
    }
    return positions(feeding, stories, frame.sources, frame.judged)


def _conflicts(
    found: Sequence[Position],
    claims: Sequence[Claim],
    frame: Frame,
    *,
    place: Attribute | None,
    targets: Sequence[Attribute],
    weapons: Sequence[Attribute],
) -> tuple[Conflict, ...]:
    told = (
        *conflicts.of_positions(standing(found), frame.sources.family),
        *conflicts.of_parts(claims),
        *conflicts.of_blame(attributes.blames(claims), claims),
        *conflicts.of_presence(claims),
        *conflicts.of_attributes(place, targets, weapons),
    )
    return tuple(_together(told))


def _together(told: Sequence[Conflict]) -> Iterator[Conflict]:
    """Yield each conflict once, with the claims of all that say the same."""
    first: dict[tuple[str, str], Conflict] = {}
    claims: dict[tuple[str, str], list[str]] = defaultdict(list)
    for conflict in told:
        first.setdefault((conflict.kind, conflict.text), conflict)
        claims[conflict.kind, conflict.text].extend(conflict.claims)
    for same, conflict in first.items():
        yield msgspec.structs.replace(conflict, claims=tuple(dict.fromkeys(claims[same])))


def _title(
    kind: str,
    place: Attribute | None,
    targets: Sequence[Attribute],
    first: str | None,
    last: str | None,
) -> str:
    """Return a title from agreed values only."""
    parts = [kind]
    if targets and isinstance(targets[0].value, Target):
        parts.append(f"({targets[0].value.category})")
    if place is not None and not place.contested and isinstance(place.value, Place):
        parts.append(f"in {place.value.name}")
    if last is not None:
        days = last if first in (None, last) else f"{first} to {last}"
        parts.append(f"on or before {days}" if first is None else f", {days}")
    title = " ".join(parts).replace(" ,", ",")
    return title[:1].upper() + title[1:]


def _one_each(claims: Sequence[Claim]) -> list[Claim]:
    """Return one claim a document, without its speaker: whole accounts are what is counted."""
    first = {c.document: c for c in reversed(claims)}
    return [msgspec.structs.replace(c, speaker=None, voice="narrator") for c in first.values()]


def _review(dossier: Dossier, judged: Mapping[str, str]) -> Review:
    """Tell how much a person has looked at."""
    seen = sum(c.id in judged for c in dossier.claims)
    if seen == 0:
        return "machine"
    return "reviewed" if seen == len(dossier.claims) else "partly"


def _decisions(dossier: Dossier, decisions: Sequence[Decision]) -> tuple[str, ...]:
    ids = {c.id for c in dossier.claims} | set(dossier.mentions)
    return tuple(d.id for d in decisions if ids & set(d.subjects))
