"""The record -> its sources: each publisher's accounts, copies, incidents and disputed figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cenotaph.model import Capture, Incident, Record
from cenotaph.model.groups import by_key
from cenotaph.pages.site.listing import slug

UNKNOWN = "publisher unknown"


class Told(NamedTuple):
    """One account as it was received."""

    capture: Capture
    copy_of: str | None  # the reference of what it copies
    incidents: tuple[str, ...]  # ids


class Publisher(NamedTuple):
    """What the record has of one publisher."""

    name: str
    slug: str  # of its page's address
    accounts: tuple[Told, ...]  # by day of publication
    copies: int  # accounts of its that copy another one
    incidents: int
    alone: int  # incidents that no independent source but this one tells of
    figures: int  # that its accounts are evidence for
    contested: int  # of these


def publishers(record: Record, incidents: Sequence[Incident]) -> list[Publisher]:
    """Return the publishers, those with the most accounts first."""
    captures = by_key(record.captures, lambda c: c.publisher or UNKNOWN)
    known = _Known(record, incidents)
    found = [known.publisher(name, own) for name, own in captures.items()]
    return sorted(found, key=lambda p: (-len(p.accounts), p.name))


def by_document(captures: Iterable[Capture]) -> dict[str, list[str]]:
    """Return the publishers of each document, each once."""
    found: dict[str, list[str]] = defaultdict(list)
    for capture in captures:
        name = capture.publisher or UNKNOWN
        if name not in found[capture.document]:
            found[capture.document].append(name)
    return found


class _Known:
    """What is asked of the record for each publisher, gathered once."""

    def __init__(self, record: Record, incidents: Sequence[Incident]) -> None:
        self._copies = dict(record.copies_of)
        self._refs = {c.document: c.ref for c in reversed(record.captures)}
        self._told: dict[str, list[str]] = defaultdict(list)
        self._alone = {i.id for i in incidents if i.independent_sources == 1}
        for incident in incidents:
            for document in incident.accounts:
                self._told[document].append(incident.id)
        self._cited = _cited(record, incidents)

    def publisher(self, name: str, captures: Sequence[Capture]) -> Publisher:
        documents = list(dict.fromkeys(c.document for c in captures))
        told = {i for d in documents for i in self._told[d]}
        figures = {f for d in documents for f in self._cited.get(d, {}).items()}
        return Publisher(
            name=name,
            slug=slug(name),
            accounts=tuple(self._account(c) for c in sorted(captures, key=_order)),
            copies=sum(d in self._copies for d in documents),
            incidents=len(told),
            alone=len(told & self._alone),
            figures=len(figures),
            contested=sum(contested for _, contested in figures),
        )

    def _account(self, capture: Capture) -> Told:
        original = self._copies.get(capture.document)
        ref = self._refs.get(original, original[:12]) if original else None
        return Told(capture, ref, tuple(self._told[capture.document]))


def _cited(
    record: Record, incidents: Sequence[Incident]
) -> Mapping[str, dict[tuple[str, int], bool]]:
    """Return for each document the figures it is evidence for, and whether each is contested."""
    where = {c.id: c.document for a in record.accounts for c in a.claims}
    found: dict[str, dict[tuple[str, int], bool]] = defaultdict(dict)
    for incident in incidents:
        for number, figure in enumerate(incident.tolls):
            for claim in figure.claims:
                if claim in where:
                    found[where[claim]][incident.id, number] = figure.status == "contested"
    return found


def _order(capture: Capture) -> tuple[str, str]:
    return capture.published or "9999", capture.ref
