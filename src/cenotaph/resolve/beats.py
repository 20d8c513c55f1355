"""What a publisher writes about: the ground of all its accounts tells which Paris it means."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from cenotaph.model import Account, Capture, Gazetteer, GazetteerPlace, Place
from cenotaph.resolve.ground import Beat, ground_of

_HOST = re.compile(r"https?://([^/:?#]+)")
_FEWEST: Final = 2  # accounts; one shows no habit
# Country codes of the internet that the world rents.
_RENTED: Final = frozenset(
    {"AG", "AI", "CC", "CO", "FM", "GG", "IO", "LA", "LY", "ME", "NU", "SC", "SH", "TK", "TO", "TV"}
)


def beats(
    accounts: Iterable[Account], captures: Mapping[str, Sequence[Capture]], gazetteer: Gazetteer
) -> dict[str, Beat]:
    """Return what the publisher of each document writes about, by documents."""
    named = defaultdict[str, dict[str, Sequence[GazetteerPlace]]](dict)
    of: dict[str, str] = {}
    for account in accounts:
        publisher = _publisher(captures.get(account.document.id, ()))
        if publisher is None:
            continue
        of[account.document.id] = publisher
        for mark in account.marks:
            if isinstance(mark.value, Place):
                name = mark.value.name.casefold()
                if name not in named[publisher]:
                    named[publisher][name] = gazetteer.candidates(name)
    often = Counter(of.values())
    found = {
        p: Beat(ground_of(named[p] if n >= _FEWEST else {}), _home(p)) for p, n in often.items()
    }
    return {document: found[publisher] for document, publisher in of.items()}


def _publisher(captures: Sequence[Capture]) -> str | None:
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
