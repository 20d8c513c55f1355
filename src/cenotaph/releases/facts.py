"""What a release is made of and by: the facts that stand in its `release.json`."""

from __future__ import annotations

import msgspec

LAYOUT = 1  # of a release's folder


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What was frozen, from what, by what; nothing in it but `made` depends on the moment."""

    name: str | None  # None: no release, but the record as it stands
    made: str  # RFC 3339, UTC
    record: str  # the record's digest
    policy: str  # with its version and whatever was set for it
    settings: str | None  # digest of the user's cenotaph.toml and own policies; None: nothing set
    software: Software
    ledger: Chained
    counts: Counts
    names: bool  # whether names of victims, private persons and reviewers are printed
    profile: str | None = None  # the profile of redaction it is passed on by; None: by none
    passed_on: str | None = None  # what that profile tells and what not, in words
    key: str | None = None  # by which ids of one key are told from those of another; no secret
    title: str = "Record of incidents of violence"
    by: tuple[str, ...] = ()  # who answers for the data set
    license: str | None = None  # of the data set: an SPDX id, an address, words; None: nobody said
    files: dict[str, File] = {}
    methodology: str | None = None  # SHA-256 of its note; None: made before releases held one
    layout: int = LAYOUT
    contract: int = 1

    @property
    def names_told(self) -> str:
        """How names are treated, in words."""
        if self.passed_on is not None:
            return f"as in {self.passed_on}"
        if self.names:
            return "printed, but minors' and those of survivors of sexual violence"
        return "withheld"


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How much of everything is in it."""

    documents: int = 0
    captures: int = 0
    claims: int = 0
    incidents: int = 0
    machine_only: int = 0  # incidents that no person has checked
    running: int = 0  # figures that are no incident's
    decisions: int = 0


class Software(msgspec.Struct, frozen=True, kw_only=True):
    """By which software, model and gazetteer."""

    version: str
    digest: str  # of all its code and small data
    model: str
    gazetteer: str


class Chained(msgspec.Struct, frozen=True, kw_only=True):
    """Where the ledger's chain stood: any ledger with this link held these rows, and no others."""

    schema: int
    links: int
    head: str


class File(msgspec.Struct, frozen=True, kw_only=True):
    """What a file of rows held before it was compressed."""

    rows: int
    sha256: str
