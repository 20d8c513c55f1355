"""What a note is told besides the record: by which software, under which settings, for whom."""

from __future__ import annotations

from cenotaph.model import Value


class Made(Value):
    """The facts of a ledger and of the software that are in no record; None: nobody told."""

    software: str | None = None  # version
    digest: str | None = None  # of all code and small data
    model: str | None = None  # digest of the grammar model
    gazetteer: str | None = None  # digest
    settings: str | None = None  # digest of the user's configuration; None: nothing set
    links: int | None = None  # of the ledger's chain
    head: str | None = None  # its last link
    policy: str | None = None  # what the policy does, in words
    threshold: float = 0.5  # confidence below which a claim feeds no figure
    reliable: tuple[str, ...] = ()  # publishers, as the user set them
    unreliable: tuple[str, ...] = ()
    owners: tuple[tuple[str, str], ...] = ()  # (publisher, owner)
    weights: str | None = None  # name of the parameters of linking
    prior: float | None = None  # bits that any link must outweigh


class Asked(Value):
    """What the reader of the note is told, and of which incidents."""

    names: str = "withheld"  # as the output says it
    profile: str | None = None  # of redaction, in words
    keyed: bool = False  # whether ids are keyed
    accidents: bool = True
    only_reviewed: bool = False
    reviewers: bool = False  # whether reviewers' names are printed
