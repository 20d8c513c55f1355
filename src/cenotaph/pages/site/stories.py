"""An incident's accounts -> its stories: each account with the copies that count for nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cenotaph.model import Capture, Incident
from cenotaph.pages.site.addresses import Addresses


class Received(NamedTuple):
    """One account as a page names it."""

    document: str
    publisher: str
    published: str
    ref: str
    links: list[tuple[str, str]]  # words, address


class Story(NamedTuple):
    """An account, and those that copy it."""

    first: Received
    copies: list[Received]


def received(capture: Capture, addresses: Addresses) -> Received:
    """Return an account as a page names it."""
    return Received(
        document=capture.document,
        publisher=capture.publisher or "publisher unknown",
        published=capture.published or "undated",
        ref=capture.ref,
        links=addresses.links(capture),
    )


def stories(
    incident: Incident,
    captures: Mapping[str, Capture],
    copies_of: Mapping[str, str],
    addresses: Addresses,
) -> list[Story]:
    """Return an incident's accounts, each copy below what it copies where that is here too."""
    here = [d for d in incident.accounts if d in captures]
    found: dict[str, Story] = {}
    for document in here:
        if copies_of.get(document) not in here:
            found[document] = Story(received(captures[document], addresses), [])
    for document in here:
        original = copies_of.get(document)
        if original in here:
            below = found[_origin(document, copies_of, found)]
            below.copies.append(received(captures[document], addresses))
    return list(found.values())


def _origin(document: str, copies_of: Mapping[str, str], found: Mapping[str, Story]) -> str:
    """Return what stands at the head of a chain of copies."""
    while document not in found:
        document = copies_of[document]
    return document
