"""Tellings as they are kept -> what linking takes: profiles, and what people decided of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from cenotaph.growth.accounts import accounts
from cenotaph.growth.saying import profile_of
from cenotaph.link import Profile, aside, standing_of
from cenotaph.link.weights import Weights
from cenotaph.model import Account, Claim, Decision, judgements, tellings
from cenotaph.model import Telling as Event
from cenotaph.store import Pieces, Standing
from cenotaph.store.joined import Telling

PROFILES = 20_000  # in memory at once

Profiles = Callable[[int], Profile]
"""Profiles by the numbers of their tellings."""


class Kept:
    """Profiles as they are kept, the last ones at hand."""

    def __init__(self, standing: Standing) -> None:
        self._joined = standing.joined
        self._last: dict[int, Profile] = {}  # that which was asked for last at the end

    def __call__(self, telling: int) -> Profile:
        """Return the profile of a telling."""
        found = self._last.pop(telling, None)
        if found is None:
            ((_, found),) = self.read((telling,))
        self._last[telling] = found
        return found

    def read(self, tellings: Iterable[int]) -> Iterator[tuple[int, Profile]]:
        """Yield some tellings with their profiles, which are at hand from then on."""
        for n, stored in self._joined.profiles(tellings):
            found = self._last[n] = profile_of(stored)
            if len(self._last) > PROFILES:
                del self._last[next(iter(self._last))]
            yield n, found


class Places(msgspec.Struct, frozen=True, dict=True):
    """What the dossiers of some components are made from."""

    standing: Standing
    pieces: Pieces
    stamp: int
    changed: Collection[str]  # documents
    weights: Weights | None  # of linking; None: those shipped

    @cached_property
    def profile(self) -> Kept:
        """What has the profiles of tellings at hand."""
        return Kept(self.standing)


def judged(
    places: Places, rows: Collection[Telling]
) -> tuple[list[Profile], Sequence[Decision], dict[str, tuple[Claim, ...]]]:
    """Return profiles, the decisions about their accounts, and the rejected claims of those.

    The tellings of accounts that people spoke of have all their claims.
    """
    documents = {t.told: t.document for t in rows}
    decided = {n for n, d in documents.items() if places.pieces.decisions_about((d,))}
    whole, out, _ = events_of(places, decided)
    decisions = places.pieces.decisions_about(documents.values())
    return [_profile(t, whole) for t in rows], decisions, out


def events_of(
    places: Places, told: Collection[int]
) -> tuple[dict[str, Event], dict[str, tuple[Claim, ...]], list[Account]]:
    """Return the tellings of accounts by event, their rejected claims, and the accounts."""
    known = [account for account, _ in accounts(places.standing, told).values()]
    decisions = places.pieces.decisions_about({a.document.id for a in known})
    rejected = {c for c, d in judgements(decisions).items() if d.verdict == "reject"}
    whole = {t.event: t for a in known for t in tellings(standing_of(a, rejected))}
    return whole, aside(known, rejected), known


def _profile(row: Telling, whole: Mapping[str, Event]) -> Profile:
    profile = profile_of(row.profile)
    return msgspec.structs.replace(profile, telling=whole.get(row.event, profile.telling))
