"""What people now say of publishers -> the figures that touches, to be counted anew.

How publishers count stands in every incident. Where no account is by one of those that are counted
otherwise, or quotes it, nothing else of an incident can change: there the words alone are put in.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from cenotaph.growth.saying import encode
from cenotaph.model import Figure, Incident, Publisher, Series, plain
from cenotaph.reconcile.counting import Counting
from cenotaph.store import Pieces, Standing

_AT_ONCE = 500  # incidents
_incident = msgspec.msgpack.Decoder(Incident)
_series = msgspec.msgpack.Decoder(Series)


class Said(msgspec.Struct, frozen=True):
    """On which terms a policy counted, as far as it can be carried on from them."""

    terms: str  # a digest of what the user set
    decided: tuple[Publisher, ...]  # by people, over that
    name: str  # of the policy, as it is published
    listed: str  # the list of reliable publishers, as notes have it

    @classmethod
    def of(cls, terms: str, decided: tuple[Publisher, ...], counting: Counting) -> Said:
        """Return the terms of a policy."""
        return cls(terms, decided, counting.name, counting.terms.list_words())


def carry(
    standing: Standing, pieces: Pieces, policy: str, terms: tuple[Said, Said], stamp: int
) -> None:
    """Mark what a policy has to count anew for other words about publishers, and rename the rest.

    `terms` are those of before and of now, which differ in what people decided alone.
    """
    before, now = terms
    moved = {plain(p.name) for p in {*before.decided} ^ {*now.decided}}
    about = {*pieces.published_by(moved), *standing.told.naming(moved)}
    about |= {d for pair in standing.likes.family(about) for d in pair}
    told = set(standing.told.numbers(about).values())
    dossiers = {t.dossier for t in standing.joined.of_told(told) if t.dossier is not None}
    units = standing.settled.units_of(told)
    standing.joined.touch(sorted(dossiers), stamp)
    standing.settled.touch(sorted(units), stamp)
    settled = standing.settled
    for keys in settled.other_incidents(policy, dossiers, _AT_ONCE):
        bodies = settled.of_dossiers(keys, policy)
        found = {n: _incident.decode(body) for n, body in bodies.items()}
        settled.put_bodies(policy, {n: encode(_renamed(i, before, now)) for n, i in found.items()})
    for unit in settled.other_units(policy, units):
        totals = map(_series.decode, settled.of_unit(unit, policy))
        renamed = [msgspec.structs.replace(s, policy=now.name) for s in totals]
        settled.set_series(unit, policy, [(s.id, encode(s)) for s in renamed])


def _renamed(incident: Incident, before: Said, now: Said) -> Incident:
    tolls = incident.tolls
    if before.listed != now.listed:
        tolls = tuple(_noted(tolls, before.listed, now.listed))
    return msgspec.structs.replace(incident, policy=now.name, tolls=tolls)


def _noted(tolls: Iterable[Figure], before: str, now: str) -> Iterable[Figure]:
    for toll in tolls:
        notes = tuple(now if n == before else n for n in toll.notes)
        yield toll if notes == toll.notes else msgspec.structs.replace(toll, notes=notes)
