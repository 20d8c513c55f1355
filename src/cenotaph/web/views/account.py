"""One account -> its text in pieces, each with the claims that stand on it, and what was judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import msgspec

from cenotaph.model import (
    WITHHELD,
    Account,
    Capture,
    Claim,
    Decision,
    Document,
    Joint,
    Part,
    Responsibility,
    Skipped,
    Span,
    Statement,
    Toll,
    When,
    days_words,
    statement_words,
    withheld,
    withheld_names,
)
from cenotaph.pages.quoting import says, voice
from cenotaph.text.sentences import split
from cenotaph.web.now import Now

LONGEST: Final = 60_000  # characters of a text shown on one page
_BESIDE: Final = 1000  # characters before and after those, in which names are looked for too


class Piece(NamedTuple):
    """A stretch of the text on which the same claims stand."""

    start: int
    end: int
    words: str
    hidden: bool  # a name, withheld
    claim: str | None  # the claim that it opens: the shortest one there
    kind: str  # of that claim; "" for none
    anchors: tuple[str, ...]  # the claims that begin here
    chosen: bool


class Judged(NamedTuple):
    """A claim, and what people decided about it."""

    claim: Claim  # names withheld
    kind: str
    says: str
    days: str  # as an incident's are told
    voice: str
    words: str  # as written
    verdict: str  # of the decision that holds; "" for none
    decisions: tuple[Decision, ...]  # in force and taken back, as they were made


class Event(NamedTuple):
    """Something that the account tells of."""

    mention: str
    incident: str | None
    title: str


class Telling(NamedTuple):
    """An account as its page shows it."""

    document: str
    captures: tuple[Capture, ...]
    title: list[Piece]
    text: list[Piece]
    first: int  # where the text shown begins, and ends
    last: int
    length: int
    claims: list[Judged]
    events: list[Event]
    copy_of: str | None
    skipped: tuple[Skipped, ...]


def telling(account: Account, now: Now, chosen: str | None = None, first: int = 0) -> Telling:
    """Return an account, one claim of it chosen; of a very long text the part around that claim.

    Every word that may be a private person's name is withheld in it, not only those of sentences
    that the record quotes.
    """
    begin, end = _window(account, now.claims.get(chosen or ""), first)
    around = (max(begin - _BESIDE, 0), end + _BESIDE)  # no name is cut where the text is
    names = now.of_account(
        f"names {around}",
        account.document.id,
        lambda: _names_in(account, *around, names=now.options.names),
    )
    hidden = Joint(now.hidden, names)
    spans = withheld(account, hidden)
    return Telling(
        document=account.document.id,
        captures=tuple(now.received(account.document.id)),
        title=pieces(
            account, spans, Stretch("title", 0, len(account.document.title or "")), chosen
        ),
        text=pieces(account, spans, Stretch("text", begin, end), chosen),
        first=begin,
        last=end,
        length=len(account.document.text),
        claims=[
            judged(c, now)
            for c in sorted(account.claims, key=_reading_order)
            if c.evidence.part == "title" or begin <= c.evidence.start < max(end, 1)
        ],
        events=_events(account, begin, end, now),
        copy_of=now.copies.get(account.document.id),
        skipped=account.skipped,
    )


def places(shown: Telling, words: str) -> Iterator[tuple[Part, int, int]]:
    """Yield where words stand in an account as it is shown, whatever blanks are between them.

    In no withheld name: who guesses one is not told so.
    """
    said = "".join(c for c in words if c.isprintable() or c.isspace()).split()
    wanted = re.compile(r"\s+".join(map(re.escape, said)), re.IGNORECASE)
    parts: tuple[tuple[Part, list[Piece]], ...] = (("title", shown.title), ("text", shown.text))
    for part, pieces_of in parts:
        if not pieces_of:
            continue
        hidden = ("\0" * (p.end - p.start) if p.hidden else p.words for p in pieces_of)
        first = pieces_of[0].start
        for match in wanted.finditer("".join(hidden)):
            if match[0]:
                yield part, first + match.start(), first + match.end()


def judged(claim: Claim, now: Now) -> Judged:
    """Return a claim with every decision about it, or about what it was corrected from."""
    shown = now.without_names(claim)
    about = {
        d.id: d for i in (claim.id, now.corrected.origin(claim.id)) for d in now.decided.get(i, ())
    }
    standing = [d for d in about.values() if d.id in now.held]
    return Judged(
        claim=shown,
        kind=kind(claim),
        says=_said(shown),
        days=days_words(claim.first, claim.last),
        voice=voice(shown),
        words=now.quoting.sentence(claim).words,
        verdict=max(standing, key=lambda d: d.seq).verdict if standing else "",
        decisions=tuple(sorted(about.values(), key=lambda d: d.seq)),
    )


def kind(claim: Claim) -> str:
    """Return the kind of a claim, as the contract names it."""
    return type(claim.value).__name__.lower()


def _said(claim: Claim) -> str:
    """Return what is claimed, with the name or the days of what has no figure."""
    match claim.value:
        case Toll() | Responsibility():
            return says(claim)
        case When():
            return f"when: {days_words(claim.value.first, claim.value.last)}"
        case Statement():
            return f"statement: {statement_words(claim.value)}"
        case _:
            return f"{says(claim)}: {claim.value.name or 'unnamed'}"


class Stretch(NamedTuple):
    """What is shown of a part of a document, from the first character to before the last."""

    part: Part
    first: int
    last: int

    def meets(self, span: Span) -> bool:
        """Tell whether a span has a character in the stretch."""
        return span.part == self.part and span.start < self.last and span.end > self.first


def pieces(
    account: Account, spans: Sequence[Span], shown: Stretch, chosen: str | None
) -> list[Piece]:
    """Return a stretch of the document cut wherever a claim or a withheld name begins or ends."""
    words = account.document.words(shown.part)
    claims = [c for c in account.claims if shown.meets(c.evidence)]
    names = [s for s in spans if shown.meets(s)]
    ends = {*_ends(c.evidence for c in claims), *_ends(names)}
    cuts = {shown.first, shown.last, *(n for n in ends if shown.first < n < shown.last)}
    inner = {n for s in names for n in cuts if s.start < n < s.end}  # a name is one piece
    bounds = sorted((cuts - inner) | {shown.first, shown.last})  # one that is cut is here in part
    by_start: dict[int, list[Claim]] = {}
    for claim in claims:
        opening = max((b for b in bounds if b <= claim.evidence.start), default=shown.first)
        by_start.setdefault(opening, []).append(claim)
    found: list[Piece] = []
    standing: list[Claim] = []
    hidden = {max(s.start, shown.first) for s in names}
    for start, end in pairwise(bounds):
        standing = [c for c in standing if c.evidence.end > start] + by_start.get(start, [])
        top = min(standing, key=lambda c: c.evidence.end - c.evidence.start, default=None)
        found.append(
            Piece(
                start=start,
                end=end,
                words=WITHHELD if start in hidden else words[start:end],
                hidden=start in hidden,
                claim=top.id if top else None,
                kind=kind(top) if top else "",
                anchors=tuple(c.id for c in by_start.get(start, [])),
                chosen=any(c.id == chosen for c in standing),
            )
        )
    return found


def _names_in(account: Account, begin: int, end: int, *, names: bool) -> frozenset[str]:
    """Return the names in what is shown of an account, as if the record quoted each sentence."""
    document = account.document
    shown = split(Document(id=document.id, title=document.title, text=document.text[begin:end]))
    everything = tuple(
        Skipped(why="shown", start=s.span.start + by, end=s.span.end + by, part=s.span.part)
        for s in shown
        for by in (begin if s.span.part == "text" else 0,)
    )
    quoted = msgspec.structs.replace(account, skipped=(*account.skipped, *everything))
    return withheld_names([quoted], names=names)


def _window(account: Account, claim: Claim | None, first: int) -> tuple[int, int]:
    length = len(account.document.text)
    if length <= LONGEST:
        return 0, length
    if claim is not None and claim.evidence.part == "text" and not first:
        first = max(claim.evidence.start - LONGEST // 2, 0)
    begin = min(max(first, 0), length - 1)
    return begin, min(begin + LONGEST, length)


def _ends(spans: Iterable[Span]) -> set[int]:
    return {n for s in spans for n in (s.start, s.end)}


def _reading_order(claim: Claim) -> tuple[bool, int, int]:
    return claim.evidence.part == "text", claim.evidence.start, claim.evidence.end


def _events(account: Account, begin: int, end: int, now: Now) -> list[Event]:
    """Return what a stretch of the account tells of, one row an incident, in reading order."""
    home = now.homes(account.document.id)
    titles = now.titles
    found: dict[str, Event] = {}
    for mention in sorted(account.mentions, key=lambda m: (m.span.part != "title", m.span.start)):
        if mention.span.part == "text" and not begin <= mention.span.start < max(end, 1):
            continue
        incident = home.get(mention.event)
        title = titles.get(incident or "") or account.document.quote(mention.span)
        found.setdefault(incident or mention.event, Event(mention.id, incident, title))
    return list(found.values())
