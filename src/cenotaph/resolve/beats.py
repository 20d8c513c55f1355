"""What a publisher writes about: the ground of all its accounts tells which Paris it means."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from cenotaph.model import Account, Capture, Gazetteer, Place
from cenotaph.resolve.ground import Beat, ground_of

_HOST = re.compile(r"https?://([^/:?#]+)")
_FEWEST: Final = 2  # accounts; one shows no habit
_MOST: Final = 256  # names; so many show what a publisher writes about
# Country codes of the internet that the world rents.
_RENTED: Final = frozenset(
    {"AG", "AI", "CC", "CO", "FM", "GG", "IO", "LA", "LY", "ME", "NU", "SC", "SH", "TK", "TO", "TV"}
)


def beats(
    accounts: Iterable[Account], captures: Mapping[str, Sequence[Capture]], gazetteer: Gazetteer
) -> dict[str, Beat]:
    """Return what the publisher of each document writes about, by documents."""
    names = defaultdict[str, set[str]](set)
    of: dict[str, str] = {}
    for account in accounts:
        publisher = publisher_of(captures.get(account.document.id, ()))
        if publisher is not None:
            of[account.document.id] = publisher
            names[publisher] |= named(account)
    often = Counter(of.values())
    found = {p: beat(p, n, sample(names[p]), gazetteer) for p, n in often.items()}
    return {document: found[publisher] for document, publisher in of.items()}


def beat(publisher: str, accounts: int, names: Sequence[str], gazetteer: Gazetteer) -> Beat:
    """Return what a publisher writes about, by a sample of the places that its accounts name."""
    known = shown(accounts, names)
    return Beat(ground_of({n: gazetteer.candidates(n) for n in known}), _home(publisher))


def shown(accounts: int, names: Iterable[str]) -> tuple[str, ...]:
    """Return the places that so many accounts show to be a publisher's: all that its beat is of."""
    return tuple(sorted(names)) if accounts >= _FEWEST else ()


def named(account: Account) -> frozenset[str]:
    """Return the places that an account names, in lower case."""
    return frozenset(m.value.name.casefold() for m in account.marks if isinstance(m.value, Place))


def sample(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that stand for many: the same ones in whatever order they come.

    Those with the smallest digests, so a sample of samples is that of the whole, and the more
    names a publisher has used, the seldomer a new one changes it.
    """
    return tuple(sorted(set(names), key=_chance)[:_MOST])


@lru_cache(maxsize=65536)
def _chance(name: str) -> tuple[bytes, str]:
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), name


def publisher_of(captures: Sequence[Capture]) -> str | None:
    """Return who published a document: as told, else the host of its address."""
    for capture in captures:
        host = _HOST.match(capture.url or "")
        if found := capture.publisher or (host and host.group(1)):
            return found.casefold().removeprefix("www.")
    return None


def _home(publisher: str) -> str | None:
    """Return the country of a host's name: "news.example.com.au" is Australian."""
    code = publisher.rpartition(".")[2].upper()
    if len(code) != 2 or code in _RENTED:
        return None
    return "GB" if code == "UK" else code
