"""One account -> what the record keeps of it: resolved, its stories, what it is joined by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b

import msgspec

from cenotaph.link import Profile, bands, keys, profiles, signature, standing_of, unit
from cenotaph.model import (
    Account,
    Capture,
    Claim,
    Decision,
    Gazetteer,
    Place,
    earliest,
    judgements,
    multiple_of,
    parted,
)
from cenotaph.reconcile import told
from cenotaph.resolve import Asked, Beat, Listened, named, publisher_of, resolve
from cenotaph.store.bodies import Found

encode = msgspec.msgpack.Encoder(order="deterministic").encode

_profile = msgspec.msgpack.Decoder(Profile)


class Joinable(msgspec.Struct, array_like=True, frozen=True):
    """One telling as linking needs it."""

    event: str
    rank: str
    profile: bytes
    keys: tuple[int, ...]  # by which it meets others


class Heard(msgspec.Struct, array_like=True, frozen=True):
    """What an account takes from its publisher's other accounts, and gives to them."""

    names: tuple[str, ...] = ()  # of places, in lower case
    answers: tuple[tuple[Asked, float], ...] = ()


class Said(msgspec.Struct, array_like=True, frozen=True):
    """What is kept of one account."""

    document: str
    publisher: str | None
    heard: bytes
    signature: bytes
    bands: tuple[int, ...]
    body: bytes
    stories: bytes
    tellings: tuple[Joinable, ...]
    counted: tuple[tuple[str, bytes], ...]


def say(
    account: Account,
    captures: Sequence[Capture],
    decisions: Sequence[Decision],
    gazetteer: Gazetteer,
    beat: Beat | None,
) -> Said:
    """Return what is kept of an account."""
    ear = Listened(beat) if beat is not None else None
    resolved = parted(resolve(account, captures, gazetteer, ear), decisions)
    key = account.document.id
    published = earliest(captures).get(key)
    publisher = {c.document: c.publisher for c in captures}.get(key)
    mark = signature(resolved)
    rejected = {c for c, d in judgements(decisions).items() if d.verdict == "reject"}
    told_of = profiles(standing_of(resolved, rejected), published, publisher)
    heard = Heard(tuple(sorted(named(account))), tuple(ear.answers.items()) if ear else ())
    return Said(
        document=key,
        publisher=publisher_of(captures),
        heard=encode(heard),
        signature=mark,
        bands=tuple(sorted(bands(mark))),
        body=encode(Found.of(resolved)),
        stories=encode(told(resolved, decisions)),
        tellings=tuple(_joinable(p) for p in told_of),
        counted=tuple(_counted(resolved)),
    )


def profile_of(stored: bytes) -> Profile:
    """Return a profile as it is kept: of its telling only document and event."""
    return _profile.decode(stored)


def numbers_of(stored: bytes) -> tuple[int, ...]:
    """Return the numbers of a kept profile's keys."""
    return key_numbers(profile_of(stored))


def key_numbers(profile: Profile) -> tuple[int, ...]:
    """Return a number for each key of a profile; two keys with one only cost a comparison."""
    return tuple(sorted({_number(k) for k in keys(profile)}))


def rank_of(profile: Profile) -> str:
    """Return a profile's place in the order of publication, as text that sorts alike."""
    published, document, start = profile.order
    return f"{published}\n{document}\n{start:09}"


def _joinable(profile: Profile) -> Joinable:
    telling = msgspec.structs.replace(profile.telling, mentions=(), claims=())
    return Joinable(
        event=profile.telling.event,
        rank=rank_of(profile),
        profile=encode(msgspec.structs.replace(profile, telling=telling)),
        keys=key_numbers(profile),
    )


def _number(key: str | Iterable[str]) -> int:
    words = (key if isinstance(key, str) else "\0".join(key)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(words, digest_size=7).digest())


def _counted(account: Account) -> list[tuple[str, bytes]]:
    """Return, for each unit of series, the account cut to the claims that it counts.

    Who gives a multiple of a figure stands with it.
    """
    found: dict[str, list[Claim]] = defaultdict(list)
    units = {c.id: unit(account, c) for c in account.claims}
    for claim in account.claims:
        key = units[claim.id] or units.get(multiple_of(claim) or "")
        if key is not None:
            found["\n".join(key)].append(claim)
    places = tuple(m for m in account.marks if isinstance(m.value, Place))
    return [
        (key, encode(Account(document=account.document, claims=tuple(claims), marks=places)))
        for key, claims in sorted(found.items())
    ]
