"""What the pages of a site are made of, gathered once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cenotaph.model import Capture, Incident, Record
from cenotaph.pages.drawing import Drawing
from cenotaph.pages.quoting import Quoting
from cenotaph.pages.site import listing
from cenotaph.pages.site.addresses import Addresses
from cenotaph.pages.site.publishers import publishers


class Material:
    """The record without withheld names in what it says itself, and the incidents to print."""

    def __init__(
        self,
        record: Record,
        incidents: Sequence[Incident],
        captures: dict[str, Capture],
        unspoken: frozenset[str],
        how: Sequence[Any] = (),
    ) -> None:
        self.record = record
        self.incidents = incidents
        self.how = how  # sections of the note on how the record was made: title, blocks
        self.captures = captures  # one of each document
        self.quoting = Quoting.of(record, captures, unspoken)
        self.drawing = Drawing.of(record, captures)
        self.addresses = Addresses(unspoken)
        self.copies = dict(record.copies_of)
        self.rows = listing.newest_first(map(listing.row, incidents))
        self.titles = {i.id: i.title for i in incidents}
        self.publishers = publishers(record, incidents)
