"""A record and a profile -> every string that must not be passed on, and what stands in its place.

One list for a whole record: what one account gives away, another one must not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from cenotaph.model import (
    WITHHELD,
    Account,
    Name,
    Place,
    Record,
    Responsibility,
    Target,
    Victim,
    source_names,
    withheld_names,
)
from cenotaph.model.capitals import is_common
from cenotaph.redaction.keyed import Keyed
from cenotaph.redaction.places import WITHHELD_PLACE, coarse, instead_of
from cenotaph.redaction.profile import Profile
from cenotaph.redaction.spelling import folded, tokens
from cenotaph.text.lexicon import grouped

_GAP: Final = re.compile(r"[\s_.'’ʼ‘‐‑–-]{1,3}")  # between the words of one name
_HEX: Final = re.compile(r"(?<![0-9a-z])[0-9a-f]{8,64}(?![0-9a-z])")
_SHORTEST: Final = 3  # letters of a part of a name that is hidden alone
_MANY: Final = (
    "dozen",
    "dozens",
    "hundred",
    "hundreds",
    "score",
    "scores",
    "thousand",
    "thousands",
)
ORGANIZATION: Final = "[organization withheld]"

Key = tuple[str, ...]


class Hidden:
    """The strings that are replaced, found in any case and with or without marks.

    One without a replacement stays, with all that it holds: "Homs" in "Homs Governorate".
    """

    def __init__(self, entries: Mapping[Key, str | None], keyed: Keyed, ids: Iterable[str]) -> None:
        self._entries = dict(entries)
        self._keyed = keyed
        self._prefixes = {i[:n]: i for i in ids for n in (8, 12)}
        self._by_first: dict[str, list[Key]] = defaultdict(list)
        for key in sorted(self._entries, key=len, reverse=True):
            self._by_first[key[0]].append(key)

    def spots(self, words: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield where a string stands in a stretch, with its replacement; none overlap."""
        read = list(tokens(words, start, end))
        at = 0
        while at < len(read):
            keys = self._by_first.get(read[at][0], ()) if read else ()
            key = next((k for k in keys if _stands(k, words, read, at)), None)
            if key is None:
                at += 1
                continue
            first, last, instead = read[at][1], read[at + len(key) - 1][2], self._entries[key]
            if instead is not None:
                yield first, last, instead
            at += len(key)

    def instead(self, name: str) -> str | None:
        """Return what stands for a whole name; None where it is not hidden."""
        return self._entries.get(folded(name))

    def without(self, words: str) -> str:
        """Return words of our own or a person's with everything hidden replaced, ids too."""
        for start, end, instead in reversed(tuple(self.spots(words, 0, len(words)))):
            words = words[:start] + instead + words[end:]
        return _HEX.sub(self._id, words)

    def _id(self, found: re.Match[str]) -> str:
        """Return what stands for an id or its beginning, as reasons name documents."""
        known = self._prefixes.get(found[0][:12]) or self._prefixes.get(found[0][:8])
        if known is None or not known.startswith(found[0]):
            return found[0]
        return self._keyed.id(known)[: len(found[0])]


def _stands(key: Key, words: str, read: list[tuple[str, int, int]], at: int) -> bool:
    if at + len(key) > len(read):
        return False
    for n, wanted in enumerate(key):
        if read[at + n][0] != wanted:
            return False
        if n and not _GAP.fullmatch(words, read[at + n - 1][2], read[at + n][1]):
            return False
    return len(key) > 1 or _is_named(words[read[at][1] : read[at][2]])


def _is_named(word: str) -> bool:
    """Tell whether a single word may be meant as a name: "rose to 12" is no Rose."""
    return not word[0].islower() or not is_common(word)


def hidden(record: Record, profile: Profile, keyed: Keyed) -> Hidden:
    """Return what a record must not give away under a profile."""
    provinces = _provinces(record.accounts, profile)
    shown = provinces.keys() | _named_anyhow(record, profile)
    plain = frozenset(word for key in shown for word in key)  # "Boko" of a party
    persons = {folded(n) for a in record.accounts for n in _persons(a)}
    found = (
        *_names(record.accounts, profile, keyed, plain),
        *(
            (words, instead)
            for words, instead in (
                *_organizations(record.accounts, profile),
                *_places(record.accounts, profile, plain),
                *_targets(record.accounts, profile),
            )
            if folded(words) not in persons
        ),
        *_sources(record, profile, keyed),
    )
    entries = provinces | {
        k: instead for words, instead in found if (k := folded(words)) and k not in shown
    }
    protected = withheld_names(record.accounts, names=True) | source_names(record.captures)
    for name in (n for n in protected if not _is_count(n)):
        forms = (folded(name),) if profile.names == "printed" else _forms(name, plain)
        entries.update((form, WITHHELD) for form in forms if form)
    ids = {c.document for c in record.captures} | {d.id for d in record.decisions}
    return Hidden(entries, keyed, ids)


def pseudonym(name: str, keyed: Keyed) -> str:
    """Return what stands for a name; the same for "Omar HADDAD" and "Omar Haddad"."""
    return f"[name {keyed.code('name', ' '.join(folded(name)))}]"


def _names(
    accounts: tuple[Account, ...], profile: Profile, keyed: Keyed, plain: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Yield names, their single words first, so that a whole name overrules."""
    if profile.names == "printed":
        return
    found = withheld_names(accounts, names=False, officials=profile.public_speakers)
    names = sorted(n for n in found if not _is_count(n))
    withheld = profile.names == "withheld"
    for name in names:
        for part in _forms(name, plain):
            yield " ".join(part), WITHHELD if withheld else pseudonym(" ".join(part), keyed)
    for name in names:
        yield name, WITHHELD if withheld else pseudonym(name, keyed)


def _is_count(name: str) -> bool:
    """Tell whether a name is none but a figure with a capital: "Three were", "FIVE KILLED".

    A reading that is unsure takes it for a name; masked, its figure would have no quote.
    """
    words = folded(name)
    counts = [w for w in words if w in _numbers() or w.isdigit()]
    return bool(counts) and all(w in counts or is_common(w) for w in words)


@cache
def _numbers() -> frozenset[str]:
    known = grouped("number_words.txt")
    return known["units"] | known["tens"] | {*_MANY}


def _forms(name: str, plain: frozenset[str]) -> Iterator[Key]:
    """Yield a name and each of its words that may stand for it alone; not those printed anyhow."""
    whole = folded(name)
    if len(whole) > 1:
        words = (w for w in whole if len(w) >= _SHORTEST and w not in plain)
        yield from ((w,) for w in words if not is_common(w))
    if whole:
        yield whole


def _provinces(accounts: Iterable[Account], profile: Profile) -> dict[Key, str | None]:
    """Return the names of places that are printed anyhow: provinces and countries.

    Withheld are those that are also the name of a town elsewhere: "La Paz" of Nicaragua.
    """
    said = {p for a in accounts for p in _said(a)}
    told = (coarse(p, profile) for p in said)
    named = (w for p in told for w in (p.name, p.admin1, p.country) if w)
    persons = {folded(n) for a in accounts for n in _persons(a)}
    found: dict[Key, str | None] = {k: None for w in named if (k := folded(w)) not in persons}
    for place in said:
        key = folded(place.name)
        if key in found and instead_of(place, profile) is not None:
            found[key] = WITHHELD_PLACE
    return found


def _named_anyhow(record: Record, profile: Profile) -> frozenset[Key]:
    """Return whom somebody blames, unless it is a private person, and publishers that are kept."""
    values = (c.value for a in record.accounts for c in a.claims)
    found = {folded(v.party) for v in values if isinstance(v, Responsibility)}
    public = profile.public_speakers
    found -= {folded(n) for n in withheld_names(record.accounts, names=False, officials=public)}
    if "publishers" in profile.keep:
        known = {folded(c.publisher) for c in record.captures if c.publisher}
        found |= known - {folded(n) for a in record.accounts for n in _persons(a)}
    return frozenset(found)


def _persons(account: Account) -> Iterator[str]:
    """Yield whom reading took for a person."""
    victims = (c.value for c in account.claims if isinstance(c.value, Victim))
    yield from (v.name for v in victims if v.name)
    marked = (m.value for m in account.marks if isinstance(m.value, Name))
    yield from (n.name for n in marked if n.kind == "person")


def _said(account: Account) -> Iterator[Place]:
    values = (*(m.value for m in account.marks), *(c.value for c in account.claims))
    return (v for v in values if isinstance(v, Place))


def _places(
    accounts: Iterable[Account], profile: Profile, plain: frozenset[str]
) -> Iterator[tuple[str, str]]:
    for account in accounts:
        for place in _said(account):
            instead = instead_of(place, profile)
            for part in _forms(place.name, plain) if instead is not None else ():
                yield " ".join(part), instead or WITHHELD_PLACE


def _targets(accounts: Iterable[Account], profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield the names of what was hit that tell where it stood: "School No. 7"."""
    for account in accounts:
        for claim in account.claims:
            if isinstance(claim.value, Target) and is_named_target(claim.value, profile):
                yield claim.value.name, f"[{claim.value.category}]"


def is_named_target(target: Target, profile: Profile) -> bool:
    """Tell whether a target's name is more than its kind, and places are coarsened."""
    own = any(c.isupper() or c.isdigit() for c in target.name)
    return own and profile.places in {"admin1", "country"}


def _organizations(accounts: Iterable[Account], profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield organizations that neither speak nor are blamed: a village's clinic tells the village.

    A reading does not always tell them from places.
    """
    if profile.places not in {"admin1", "country"}:
        return
    speak = {folded(c.speaker.name) for a in accounts for c in a.claims if c.speaker}
    for value in (m.value for a in accounts for m in a.marks):
        if isinstance(value, Name) and value.kind == "organization":
            spoke = folded(value.name) in speak or _is_count(value.name)
            yield from () if spoke else ((value.name, ORGANIZATION),)


def _sources(record: Record, profile: Profile, keyed: Keyed) -> Iterator[tuple[str, str]]:
    """Yield who wrote, printed, and decided, as far as the profile does not keep them."""
    for capture in record.captures:
        if capture.publisher and "publishers" not in profile.keep:
            yield capture.publisher, labeled("publisher", capture.publisher, keyed)
        if capture.author and "authors" not in profile.keep:
            yield capture.author, labeled("author", capture.author, keyed)
        if capture.taken_by and "reviewers" not in profile.keep:
            yield capture.taken_by, labeled("reviewer", capture.taken_by, keyed)
    for decision in record.decisions:
        if "reviewers" not in profile.keep:
            yield decision.reviewer, labeled("reviewer", decision.reviewer, keyed)


def labeled(kind: str, name: str, keyed: Keyed) -> str:
    """Return what stands for a publisher, an author or a reviewer."""
    return f"[{kind} {keyed.code(kind, ' '.join(folded(name)) or name)}]"
