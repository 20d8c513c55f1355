"""Rows as published -> what does not hold of their record, their quotes, the claims they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import msgspec

from cenotaph.bundle.manifest import MANIFEST, Manifest
from cenotaph.model import WITHHELD, Document, Part

_QUOTING = ("claims", "annotations")  # formats whose rows quote


class _Quoting(msgspec.Struct, rename={"part": "in"}):
    """What of a row says where its quote stands."""

    document: str
    part: Part
    start: int
    end: int
    quote: str


class Rows:
    """Checks published rows one by one."""

    def __init__(
        self, manifest: Manifest, claims: AbstractSet[str], texts: Mapping[str, Document]
    ) -> None:
        self._manifest = manifest
        self._claims = claims
        self._texts = texts
        self.quotes = 0  # found at their offsets

    def faults(self, row: dict[str, Any], format_: str) -> Iterator[str]:
        """Yield what does not hold of a row."""
        manifest = self._manifest
        if (row.get("contract"), row.get("record")) != (manifest.contract, manifest.record):
            yield f"is of another record or contract than {MANIFEST} says"
        unknown = sorted(set(_cited(row)) - self._claims)
        if unknown:
            yield f"names claims that are not in the ledger: {', '.join(unknown)}"
        if format_ in _QUOTING:
            yield from self._quote_faults(row)

    def _quote_faults(self, row: dict[str, Any]) -> Iterator[str]:
        try:
            quoting = msgspec.convert(row, _Quoting)
        except msgspec.ValidationError as error:
            yield f"does not say where its quote stands: {error}"
            return
        document = self._texts.get(quoting.document)
        if document is None:
            yield f"quotes document {quoting.document[:12]}, whose text is not there"
            return
        start, end, words = quoting.start, quoting.end, document.words(quoting.part)
        if 0 <= start < end <= len(words) and _says(words[start:end], quoting.quote):
            self.quotes += 1
        else:
            where = f"{quoting.part} {start}..{end} of document {document.id[:12]}"
            yield f"its quote does not stand at {where}"


def _says(words: str, quote: str) -> bool:
    """Tell whether a quote is those words, but for withheld names."""
    pattern = ".+?".join(map(re.escape, quote.split(WITHHELD)))
    return re.fullmatch(pattern, words, re.DOTALL) is not None


def _cited(value: object) -> Iterator[str]:
    """Yield the claims that a row names, however deep."""
    if isinstance(value, dict):
        claims = value.get("claims")
        yield from map(str, claims) if isinstance(claims, list) else ()
        yield from _cited([part for key, part in value.items() if key != "claims"])
    elif isinstance(value, list):
        for part in value:
            yield from _cited(part)
