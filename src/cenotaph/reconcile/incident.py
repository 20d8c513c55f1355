"""A dossier -> an incident: positions side by side under one policy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from cenotaph.model import (
    AccountIncident,
    AccountToll,
    Attribute,
    Blame,
    Claim,
    Conflict,
    DayPrecision,
    Decision,
    Document,
    Dossier,
    Incident,
    Mention,
    SourceKind,
    Statement,
    Toll,
    Victim,
    incident_title,
    kind_of,
)
from cenotaph.model.base import SUMMED
from cenotaph.reconcile import arithmetic, attributes, conflicts, disputes
from cenotaph.reconcile.accounts import together
from cenotaph.reconcile.attackers import with_attackers
from cenotaph.reconcile.case import Case
from cenotaph.reconcile.counting import Counting
from cenotaph.reconcile.deaths import with_deaths
from cenotaph.reconcile.followups import late_accounts
from cenotaph.reconcile.positions import Position, feeds, positions
from cenotaph.reconcile.reported import reported
from cenotaph.reconcile.sources import Sources
from cenotaph.reconcile.terms import Terms

Review = Literal["machine", "partly", "reviewed", "withheld"]


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What all incidents are reconciled against."""

    sources: Sources
    mentions: Mapping[str, Mention]
    stories: Mapping[tuple[str, str], AccountIncident]  # (document, event) -> what it says
    decisions: Sequence[Decision]
    judged: Mapping[str, str]  # claim id -> the latest verdict on it
    kinds: Mapping[str, SourceKind] = {}  # document -> kind of source
    documents: Mapping[str, Document] = {}


def incident(dossier: Dossier, frame: Frame, counting: Counting) -> Incident:
    """Return the record of one incident under a policy."""
    rejected = {i for i, verdict in frame.judged.items() if verdict == "reject"}
    claims = [c for c in dossier.claims if c.id not in rejected]
    own = _own(dossier, frame)
    place = attributes.place(claims, [s.place for _, s in own if s.place is not None])
    dated = {d: (s.first, s.last) for d, s in reversed(own) if s.last is not None}
    targets = attributes.targets(claims)
    blames = attributes.blames(claims, attributes.party_names(claims, place))
    told = min(filter(None, (frame.sources.day(c.document) for c in claims)), default=None)
    first, last, precision = attributes.days(claims, dated, told)
    case = _case(claims, blames, frame, counting.terms, (first, last, precision))
    whole = _whole(own, claims, frame)
    case = msgspec.structs.replace(case, fallen=_fallen(claims, whole.values()))
    found = _positions(claims, case, frame, whole)
    weapons = attributes.weapons(claims)
    kind, subkind = kind_of([frame.mentions[m] for m in dossier.mentions])
    documents = sorted({c.document for c in dossier.claims}, key=lambda d: _order(d, frame))
    made = Incident(
        id=dossier.id,
        aliases=tuple(m for m in dossier.mentions if m != dossier.id),
        title="",
        event_type=kind,
        sub_event_type=subkind,
        first=first,
        last=last,
        date_precision=precision,
        place=place,
        targets=targets,
        weapons=weapons,
        victims=attributes.victims(claims),
        tolls=counting.policy.count(found, case),
        responsibility=blames,
        conflicts=_conflicts(found, claims, case, place=place, targets=targets, weapons=weapons),
        accounts=tuple(documents),
        refs=tuple(r for d in documents for r in frame.sources.refs.get(d, ())),
        independent_sources=frame.sources.independent(_one_each(dossier.claims)),
        review=_review(dossier, frame.judged),
        decisions=_decisions(dossier, frame.decisions),
        because=(
            *dossier.because,
            *attributes.day_reasons(claims, told),
            *late_accounts(documents, last, frame.sources),
        ),
        policy=counting.name,
        reports=reported(found),
        said=_said(claims, frame),
    )
    return msgspec.structs.replace(made, title=incident_title(made))


def _order(document: str, frame: Frame) -> tuple[str, str]:
    return frame.sources.day(document) or "9999", document


def _said(claims: Sequence[Claim], frame: Frame) -> tuple[str, ...]:
    """Return the words that are no count, in the order in which they were told."""
    told = [c for c in claims if isinstance(c.value, Statement)]
    told.sort(key=lambda c: (_order(c.document, frame), c.evidence.start, c.id))
    return tuple(c.id for c in told)


def _own(dossier: Dossier, frame: Frame) -> list[tuple[str, AccountIncident]]:
    """Return what each account, read as a whole, says of the incident, with its document."""
    keys = ((frame.mentions[m].document, m) for m in dossier.mentions)
    return [(key[0], frame.stories[key]) for key in keys if key in frame.stories]


def _case(
    claims: Sequence[Claim], blames: tuple[Blame, ...], frame: Frame, terms: Terms,
    days: tuple[str | None, str | None, DayPrecision | None],
) -> Case:  # fmt: skip
    """Return what a policy is shown beside the figures."""
    first, last, precision = days
    blamed = {b.party for b in blames if b.stance in {"blames", "claims-responsibility"}}
    return Case(
        sources=frame.sources,
        terms=terms,
        kinds=frame.kinds,
        blames=blames,
        first=first,
        last=last,
        precision=precision,
        spread=attributes.is_spread(claims),
        aside=tuple(
            c
            for c in claims
            if isinstance(c.value, Toll)
            and c.stance == "asserts"
            and not feeds(c, blamed, terms.threshold)
        ),
    )


def _whole(
    own: Sequence[tuple[str, AccountIncident]], claims: Sequence[Claim], frame: Frame
) -> dict[str, AccountIncident]:
    """Return what each account says of the incident, though it tell of it as several events."""
    told: dict[str, list[AccountIncident]] = defaultdict(list)
    for document, story in own:
        told[document].append(story)
    return {
        d: together(frame.documents[d], found, [c for c in claims if c.document == d])
        for d, found in told.items()
    }


def _fallen(claims: Sequence[Claim], own: Iterable[AccountIncident]) -> tuple[Claim, ...]:
    """Return the figures of injured whom their account counts as killed."""
    ids = {i for story in own for i in story.fallen}
    return tuple(c for c in claims if c.id in ids and c.stance == "asserts")


def _positions(
    claims: Sequence[Claim], case: Case, frame: Frame, whole: Mapping[str, AccountIncident]
) -> tuple[Position, ...]:
    aside = {c.id for c in (*case.aside, *case.fallen)}
    feeding = [
        c
        for c in claims
        if isinstance(c.value, Toll | Victim) and c.stance == "asserts" and c.id not in aside
    ]
    stories: dict[tuple[str, str], AccountIncident] = {
        (document, outcome): story
        for document, story in whole.items()
        for outcome in SUMMED
        if aside.isdisjoint(_claims_of(story, outcome))
    }
    found = positions(feeding, stories, frame.sources, frame.judged)
    found = with_attackers(found, feeding, frame.documents)
    return with_deaths(found, stories, frame.sources)


def _claims_of(story: AccountIncident, outcome: str) -> tuple[str, ...]:
    """Return the claims that an account's own sum stands on."""
    toll: AccountToll | None = getattr(story, outcome)
    return toll.claims if toll is not None else ()


def _conflicts(
    found: Sequence[Position],
    claims: Sequence[Claim],
    case: Case,
    *,
    place: Attribute | None,
    targets: Sequence[Attribute],
    weapons: Sequence[Attribute],
) -> tuple[Conflict, ...]:
    told = (
        *conflicts.of_positions(found, case),
        *arithmetic.of_parts(claims),
        *disputes.of_blame(case.blames, claims, attributes.party_names(claims, place)),
        *disputes.of_presence(claims),
        *disputes.of_attributes(place, targets, weapons, claims),
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
