"""Claims -> their sentences in three pieces, with who published and who said them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from cenotaph.model import (
    Account,
    Claim,
    Responsibility,
    Span,
    Toll,
    count_words,
    people_words,
    quoted,
    without_names,
)
from cenotaph.web.present import Now

DOUBTFUL: Final = 0.5  # confidence below which a reading is said to be doubtful
RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "dv", "sd", "ug", "yi"})


class Sentence(NamedTuple):
    """A claim's sentence as it stands in its account, names withheld."""

    claim: str
    document: str
    before: str
    words: str  # the smallest span that carries the value
    after: str
    publisher: str | None
    published: str | None
    ref: str
    language: str | None
    voice: str  # narrator | speaker | unresolved
    speaker: str | None
    stance: str
    says: str
    doubtful: bool
    copy_of: str | None  # the document it is a copy of

    @property
    def link(self) -> str:
        """Where the sentence stands, highlighted in its account."""
        return f"/account/{self.document}?claim={self.claim}#c-{self.claim}"


def sentences(ids: Iterable[str], now: Now) -> list[Sentence]:
    """Return the sentences of the live claims among some ids, each once, in their order."""
    return [_sentence(now.claims[i], now) for i in dict.fromkeys(ids) if i in now.claims]


def publisher(document: str, now: Now) -> str:
    """Return who published a document, else the reference under which it came."""
    capture = now.captures.get(document)
    return (capture.publisher or capture.ref) if capture else document[:12]


def speaker_words(claim: Claim) -> str | None:
    """Return who says a claim, with role, side and whoever passed it on; None: the account."""
    if claim.speaker is None:
        return None
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
        case _:
            name = getattr(claim.value, "name", None)
            kind = type(claim.value).__name__.lower()
            return f"{kind}: {name}" if name else kind


def _sentence(claim: Claim, now: Now) -> Sentence:
    account, capture = now.accounts[claim.document], now.captures.get(claim.document)
    shown = without_names(claim, now.hidden)
    whole, part = claim.sentence, claim.evidence
    pieces = ((whole.start, part.start), (part.start, part.end), (part.end, whole.end))
    before, words, after = (_piece(account, start, end, whole, now) for start, end in pieces)
    return Sentence(
        claim=claim.id,
        document=claim.document,
        before=before,
        words=words,
        after=after,
        publisher=capture.publisher if capture else None,
        published=capture.published if capture else None,
        ref=capture.ref if capture else claim.document[:12],
        language=capture.language if capture else None,
        voice=claim.voice,
        speaker=speaker_words(shown),
        stance=claim.stance,
        says=says(shown),
        doubtful=claim.confidence < DOUBTFUL,
        copy_of=now.copies.get(claim.document),
    )


def _piece(account: Account, start: int, end: int, whole: Span, now: Now) -> str:
    if start >= end:
        return ""
    spans = now.spans(account.document.id)
    return quoted(account, Span(start=start, end=end, part=whole.part), spans)
