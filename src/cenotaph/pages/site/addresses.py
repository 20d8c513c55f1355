"""Captures -> the addresses a page may link to: no address that may name somebody."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from cenotaph.model import Capture

_WORD = re.compile(r"[^\W\d_]{3,}")


class Addresses:
    """Tells which addresses of accounts can be printed while some names are withheld.

    A newspaper's address often repeats its headline, in small letters and without marks; one that
    holds any word of a withheld name is kept back, even where that word means something else.
    """

    def __init__(self, unspoken: frozenset[str]) -> None:
        self._words = {word.casefold() for name in unspoken for word in _WORD.findall(name)}

    def links(self, capture: Capture) -> list[tuple[str, str]]:
        """Return (words, address) of the account and of its archived copy."""
        both = (("the account", capture.url), ("archived", capture.archive_url))
        return [(words, url) for words, url in both if url is not None and self._may_stand(url)]

    def _may_stand(self, url: str) -> bool:
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            return False
        said = {word.casefold() for word in _WORD.findall(unquote(url))}
        return self._words.isdisjoint(said)
