"""Ids of claims -> their sentences as pages print them, without withheld names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from cenotaph.model import (
    Account,
    Capture,
    Claim,
    Lookup,
    Record,
    Responsibility,
    Span,
    Statement,
    Toll,
    count_words,
    people_words,
    quoted,
    statement_words,
    withheld,
    without_names,
)


class Sentence(NamedTuple):
    """One claim's sentence in three pieces, and who says it."""

    id: str
    before: str
    words: str  # those that carry the value
    after: str
    publisher: str
    published: str
    ref: str
    document: str
    offsets: str
    stance: str
    says: str
    confidence: float
    voice: str
    copy_of: str | None


class Told(NamedTuple):
    """Where claims and their accounts are found."""

    accounts: Lookup[Account]  # by document
    claims: Lookup[Claim]
    captures: Lookup[Capture]  # one of each document


Remember = Callable[[Claim, Callable[[], Sentence]], Sentence]  # a sentence made before, or now


class Quoting:
    """Finds the sentences of claims; each is made when it is asked for."""

    def __init__(
        self,
        told: Told,
        copies: Mapping[str, str],
        unspoken: frozenset[str],
        remember: Remember = lambda _told, make: make(),
    ) -> None:
        self._told = told
        self._remember = remember
        self._unspoken = unspoken
        self._copies = copies
        self._hidden: dict[str, tuple[Span, ...]] = {}

    @classmethod
    def of(
        cls, record: Record, captures: Mapping[str, Capture], unspoken: frozenset[str]
    ) -> Quoting:
        """Return what finds the sentences of a record; `captures` has one of each document."""
        accounts = {a.document.id: a for a in record.accounts}
        claims = {c.id: c for a in record.accounts for c in a.claims}
        return cls(Told(accounts, claims, captures), dict(record.copies_of), unspoken)

    def rows(self, ids: Iterable[str]) -> list[Sentence]:
        """Return the sentences of live claims, each once, in the order asked for."""
        return [self.sentence(c) for i in dict.fromkeys(ids) if (c := self._told.claims.get(i))]

    def hidden(self, account: Account) -> tuple[Span, ...]:
        """Return where an account's words hold a withheld name."""
        found = self._hidden.get(account.document.id)
        if found is None:
            found = self._hidden[account.document.id] = withheld(account, self._unspoken)
        return found

    def sentence(self, told: Claim) -> Sentence:
        """Return the sentence of a claim, live or not."""
        return self._remember(told, lambda: self._made(told))

    def _made(self, told: Claim) -> Sentence:
        account = self._told.accounts[told.document]
        capture = self._told.captures.get(told.document)
        claim = without_names(told, self._unspoken)
        whole, part = claim.sentence, claim.evidence
        return Sentence(
            id=claim.id,
            before=self._piece(account, whole.start, part.start, whole),
            words=self._piece(account, part.start, part.end, whole),
            after=self._piece(account, part.end, whole.end, whole),
            publisher=(capture.publisher if capture else None) or "publisher unknown",
            published=(capture.published if capture else None) or "undated",
            ref=capture.ref if capture else claim.document[:12],
            document=claim.document,
            offsets=f"{part.part} {part.start} to {part.end}",
            stance=claim.stance,
            says=says(claim),
            confidence=claim.confidence,
            voice=voice(claim),
            copy_of=self._copies.get(claim.document),
        )

    def _piece(self, account: Account, start: int, end: int, whole: Span) -> str:
        if start >= end:
            return ""
        return quoted(account, Span(start=start, end=end, part=whole.part), self.hidden(account))


def voice(claim: Claim) -> str:
    """Return who says it, in words; an unresolved speaker is never the narrator."""
    if claim.voice == "unresolved":
        return "a speaker this reading could not name"
    if claim.speaker is None:
        return "the account itself"
    side = f", {claim.speaker.side}" if claim.speaker.side else ""
    role = f" ({claim.speaker.role}{side})" if claim.speaker.role else ""
    via = f", through {', '.join(claim.speaker.via)}" if claim.speaker.via else ""
    return f"{claim.speaker.name}{role}{via}"


def says(claim: Claim) -> str:
    """Return what is claimed, in a few words."""
    match claim.value:
        case Toll():
            people = people_words(claim.value.people)
            words = f"{claim.value.outcome}: {count_words(claim.value.count)}"
            return f"{words} ({people})" if people else words
        case Responsibility():
            return f"{claim.stance} {claim.value.party}"
        case Statement():
            return statement_words(claim.value)
        case _:
            return type(claim.value).__name__.lower()
