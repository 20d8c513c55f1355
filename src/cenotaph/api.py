"""The record for Python: open a ledger, ask for incidents, follow a figure to its sentence.

>>> import cenotaph
>>> record = cenotaph.Record.open("cenotaph.db")  # doctest: +SKIP
>>> for incident in record.incidents():  # doctest: +SKIP
...     for toll in incident.tolls:
...         print(incident.title, toll.outcome, toll.low, toll.high, record.quotes(toll.claims))
"""

from pathlib import Path
from typing import Self

from cenotaph import model, pipeline
from cenotaph.config import load
from cenotaph.store import Ledger


class Record:
    """What a ledger's accounts add up to, under one policy; a snapshot that never changes."""

    def __init__(self, computed: model.Record) -> None:
        self._computed = computed
        self._claims = {c.id: c for a in computed.accounts for c in a.claims}
        self._documents = {a.document.id: a.document for a in computed.accounts}

    @classmethod
    def open(
        cls, ledger: str | Path, *, policy: str = "envelope", config: str | Path | None = None
    ) -> Self:
        """Compute the record of the ledger at a path; the file is closed again at once.

        `config` is a `cenotaph.toml` with own policies and terms of counting (docs/counting.md).
        """
        with Ledger.open(ledger) as opened:
            return cls(pipeline.current(opened, policy, load(config)))

    @property
    def digest(self) -> str:
        """The record's digest, as it stands in every published row."""
        return self._computed.digest

    @property
    def policy(self) -> str:
        """The policy and its version: "envelope/1"."""
        return self._computed.policy

    def incidents(self) -> tuple[model.Incident, ...]:
        """Return the incidents, by day."""
        return self._computed.incidents

    def incident(self, any_id: str) -> model.Incident:
        """Return the incident of an id, or of an id it once had; KeyError when none holds it."""
        found = (i for i in self._computed.incidents if any_id in (i.id, *i.aliases))
        incident = next(found, None)
        if incident is None:
            raise KeyError(any_id)
        return incident

    def cumulative(self) -> tuple[model.Series, ...]:
        """Return the figures that are no incident's: cumulative, over a period, stocks."""
        return self._computed.series

    def accounts(self) -> tuple[model.Account, ...]:
        """Return what each document says, with days and places resolved; live claims only."""
        return self._computed.accounts

    def captures(self) -> tuple[model.Capture, ...]:
        """Return where and when each document was received."""
        return self._computed.captures

    def claims(self) -> tuple[model.Claim, ...]:
        """Return every live claim, account by account, in reading order."""
        return tuple(self._claims.values())

    def claim(self, claim_id: str) -> model.Claim:
        """Return the claim of an id, such as a figure names; KeyError when it is not live."""
        return self._claims[claim_id]

    def quote(self, claim: model.Claim) -> str:
        """Return the exact words that a claim stands on."""
        return self._documents[claim.document].quote(claim.evidence)

    def sentence(self, claim: model.Claim) -> str:
        """Return the sentence around a claim's words."""
        return self._documents[claim.document].quote(claim.sentence)

    def quotes(self, claim_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the exact words behind a figure."""
        return tuple(self.quote(self._claims[c]) for c in claim_ids)

    def questions(self) -> tuple[model.Question, ...]:
        """Return what a person should settle first."""
        return self._computed.questions
