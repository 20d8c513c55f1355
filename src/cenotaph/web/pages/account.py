"""One account: its text with every claim marked, to be accepted, rejected, corrected or added."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple, cast

from starlette.exceptions import HTTPException
from starlette.responses import Response

from cenotaph.model import WITHHELD, Account, Claim, Part, Toll, Victim
from cenotaph.web.deciding import ROLES
from cenotaph.web.preferences import warned
from cenotaph.web.views.account import Judged, Telling, judged, places, telling
from cenotaph.web.views.asking import number
from cenotaph.web.views.fields import KINDS, Field, fields
from cenotaph.web.views.spots import PRECISIONS, Spot, spot
from cenotaph.web.visit import Page, Visit

_AGAIN: Final = 2  # seconds after which the page of an account that is being read asks again
_LONGEST: Final = 400  # characters of words that a claim may be added for
_NUMBER: Final = re.compile(r"\d[\d,.]*(?<![,.])")
_PARTS: Final = ("title", "text")


class Chosen(NamedTuple):
    """The claim that the panel is about."""

    judged: Judged
    machine: Judged | None  # what a machine read, where a person's claim stands in its place
    fields: tuple[Field, ...]
    speaker: str
    role: str
    wholes: tuple[Judged, ...]  # the figures that this one may be part of; () where it cannot be
    spot: Spot | None  # of a place


class Selected(NamedTuple):
    """Words of the account that a claim is to be added for."""

    part: Part
    start: int
    end: int
    words: str
    kind: str
    fields: tuple[Field, ...]
    number: int = 1  # which of the places where these words stand, and of how many
    places: int = 1


def show(visit: Visit) -> Response:
    """Show an account, one claim of it chosen, or some words selected."""
    unread = visit.present.readings.of(visit.path["document"])
    if unread is not None:  # nor shown: no name in it is known, so none could be withheld
        return visit.page("unread.html", why=unread.why, again=_AGAIN)
    account = visit.now.accounts.get(visit.path["document"])
    if account is None:
        raise HTTPException(404, visit.language.say("No account of this record has this id."))
    if warned(visit.request) and "open" not in visit.query:
        return visit.page("warning.html", document=account.document.id)
    wanted = visit.now.corrected.successor(visit.query.get("claim", ""), visit.now.claims)
    claim = visit.now.claims.get(wanted)
    if claim is not None and claim.document != account.document.id:
        claim = None
    shown = telling(account, visit.now, claim.id if claim else None, visit.number("from"))
    return visit.page(
        "account.html",
        a=shown,
        chosen=_chosen(claim, shown, visit) if claim is not None else None,
        selected=_selected(account, shown, visit),
        lost=bool(visit.query.get("claim")) and claim is None,
        typed=visit.query.get("words", ""),
        kinds=tuple(KINDS),
        roles=ROLES,
        precisions=PRECISIONS,
        empty=Spot(),
    )


def _chosen(claim: Claim, around: Telling, visit: Visit) -> Chosen:
    now = visit.now
    origin = now.corrected.origin(claim.id)
    old = visit.present.stored(origin) if origin != claim.id else None
    shown = now.without_names(claim)
    return Chosen(
        judged=judged(claim, now),
        machine=judged(old, now) if old is not None else None,
        fields=fields(shown.value),
        speaker=shown.speaker.name if shown.speaker else "",
        role=(shown.speaker.role or "") if shown.speaker else "",
        wholes=_wholes(claim, around, visit),
        spot=spot(claim.value),
    )


def _wholes(claim: Claim, around: Telling, visit: Visit) -> tuple[Judged, ...]:
    """Return the figures beside a claim that it may be part of, and the one that it is part of."""
    if not isinstance(claim.value, Toll | Victim):
        return ()
    beside = [
        j for j in around.claims if isinstance(j.claim.value, Toll) and j.claim.id != claim.id
    ]
    whole = visit.now.claims.get(claim.part_of or "")
    if whole is not None and all(j.claim.id != whole.id for j in beside):
        beside.append(judged(whole, visit.now))
    return tuple(beside)


def _selected(account: Account, shown_as: Telling, visit: Visit) -> Selected | None:
    """Return the words that the address selects; None where it selects none that are there."""
    found = _spans(account, shown_as, visit.query)
    nth = min(max(visit.number("nth", 1), 1), max(len(found), 1))
    if not found:
        return None
    part, start, end = found[nth - 1]
    words = account.document.words(part)[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    if not start < end <= start + _LONGEST:
        return None
    kind = visit.query.get("kind", "toll")
    kind = kind if kind in KINDS else "toll"
    shown = visit.now.without_names(account.document.words(part)[start:end])
    return Selected(part, start, end, shown, kind, _begun(kind, shown), nth, len(found))


def _spans(
    account: Account, shown: Telling, query: Mapping[str, str]
) -> list[tuple[Part, int, int]]:
    """Return what the address selects: by offsets, or by words, wherever they stand as shown."""
    if query.get("words"):
        return list(places(shown, query["words"]))
    part, ends = query.get("part", "text"), query.get("add", "").split("-")
    if part not in _PARTS or len(ends) != 2 or not all(e.isdecimal() for e in ends):
        return []
    start, end = map(number, ends)
    known = cast("Part", part)
    return [(known, start, end)] if end <= len(account.document.words(known)) else []


def _begun(kind: str, words: str) -> tuple[Field, ...]:
    """Return the fields of a new claim, begun with the words that it is for."""
    number = _NUMBER.search(words)
    begun = {"name": words, "party": words, "number": number[0] if number else ""}
    if WITHHELD in words:
        begun = {}
    return tuple(f._replace(value=f.value or begun.get(f.name, "")) for f in fields(KINDS[kind]))


PAGES = (Page("/account/{document}", show),)
