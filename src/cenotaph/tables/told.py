"""A record -> what accounts say of each incident beside its row: sources, hours, speakers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from cenotaph.model import (
    Account,
    Capture,
    Claim,
    Incident,
    Record,
    SourceKind,
    Span,
    Speaker,
    Value,
    When,
    is_apart,
    judgements,
    quoted,
    withheld,
    without_names,
)
from cenotaph.tables.cells import Cell

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_LETTERS = re.compile(r"[^\W\d_]+")


class Source(Value):
    """One account of an incident, as it was received; without withheld names."""

    document: str
    publisher: str | None
    kind: SourceKind | None
    published: str | None  # as given
    title: str | None
    language: str | None
    url: str | None
    archive_url: str | None

    @property
    def day(self) -> str | None:
        """The day of publication; as given where it is no date."""
        dated = self.published and _DAY.match(self.published)
        return dated[0] if dated else self.published


class Told:
    """What accounts say of each incident that is not in its row; withheld names are taken out."""

    def __init__(self, record: Record, hidden: frozenset[str]) -> None:
        self._hidden = hidden
        self._accounts = {a.document.id: a for a in record.accounts}
        self._captures: dict[str, Capture] = {}
        for capture in record.captures:
            self._captures.setdefault(capture.document, capture)
        self._claims = _by_incident(record, hidden)

    def claims(self, incident: Incident) -> tuple[Claim, ...]:
        """Return the claims about an incident that nobody rejected, in reading order."""
        return tuple(self._claims.get(incident.id, ()))

    def days(self, incident: Incident) -> tuple[str, ...]:
        """Return the ids of the claims that tell a day of the incident, of its days."""
        return tuple(c.id for c in self.claims(incident) if _tells_day(c, incident))

    def hours(self, incident: Incident) -> Cell:
        """Return the times of day that accounts tell, as said: "06:12", "night"."""
        told = [c for c in self.claims(incident) if _hour(c) and _tells_day(c, incident)]
        return listed((_hour(c), (c.id,)) for c in told)

    def speakers(self, incident: Incident, ids: Iterable[str]) -> tuple[tuple[Speaker, str], ...]:
        """Return who says some claims of an incident, each with the claim's id."""
        wanted = set(ids)
        said = (c for c in self.claims(incident) if c.id in wanted)
        return tuple((c.speaker, c.id) for c in said if c.speaker and c.voice == "speaker")

    def sources(self, incident: Incident) -> tuple[Source, ...]:
        """Return the accounts of an incident, the earliest published first."""
        found = (self._captures.get(document) for document in incident.accounts)
        return tuple(self.source(capture) for capture in found if capture)

    def source(self, capture: Capture) -> Source:
        """Return what a capture says of a document's source."""
        account = self._accounts.get(capture.document)
        return Source(
            document=capture.document,
            publisher=capture.publisher,
            kind=capture.source_kind,
            published=capture.published,
            title=_title(account, self._hidden) if account else None,
            language=capture.language,
            url=discreet_url(capture.url, self._hidden),
            archive_url=discreet_url(capture.archive_url, self._hidden),
        )


def listed(parts: Iterable[tuple[str | None, tuple[str, ...]]]) -> Cell:
    """Return words joined by "; ", each once and in the order they come, with all their claims."""
    found: dict[str, None] = {}
    claims: dict[str, None] = {}
    for words, ids in parts:
        if words:
            found[words] = None
            claims.update(dict.fromkeys(ids))
    return Cell(value="; ".join(found) or None, claims=tuple(claims))


def discreet_url(url: str | None, hidden: frozenset[str]) -> str | None:
    """Return an address, or words that say that it is withheld: addresses spell out names."""
    if url is None or not hidden:
        return url
    words = _letters(_ESCAPED.sub(_unescaped, url))
    spelled = _spelled(hidden)
    tries = (words[i : i + n] for i, word in enumerate(words) for n in spelled.get(word, ()))
    names = any(" ".join(words_) in spelled for words_ in tries)
    return "[address withheld: it names a person]" if names else url


def _unescaped(found: re.Match[str]) -> str:
    return bytes.fromhex(found[0].replace("%", "")).decode("utf-8", "replace")


def _letters(words: str) -> list[str]:
    return [word.casefold() for word in _LETTERS.findall(words)]


@lru_cache(maxsize=4)  # of one set for thousands of addresses
def _spelled(hidden: frozenset[str]) -> dict[str, frozenset[int]]:
    """Return how many words long the names are that begin with a word; whole names beside them.

    A name stands in an address word by word or run together.
    """
    found: dict[str, set[int]] = defaultdict(set)
    for words in map(_letters, hidden):
        if words:
            found[words[0]].add(len(words))
            found["".join(words)].add(1)
            found[" ".join(words)] |= set()
    return {words: frozenset(lengths) for words, lengths in found.items()}


def _by_incident(record: Record, hidden: frozenset[str]) -> dict[str, list[Claim]]:
    home = {m: i.id for i in record.incidents for m in (i.id, *i.aliases)}
    rejected = {c for c, d in judgements(record.decisions).items() if d.verdict == "reject"}
    found: dict[str, list[Claim]] = defaultdict(list)
    for account in record.accounts:
        for claim in without_names(account.claims, hidden):
            incident = home.get(claim.about or "")
            if incident is not None and claim.id not in rejected and not is_apart(claim):
                found[incident].append(claim)
    return found


def _tells_day(claim: Claim, incident: Incident) -> bool:
    """Tell whether a claim gives days that meet the incident's."""
    when = claim.value
    if not isinstance(when, When) or claim.stance != "asserts" or incident.last is None:
        return False
    if when.last is None or (incident.first or "") > when.last:
        return False
    return (when.first or "") <= incident.last


def _hour(claim: Claim) -> str | None:
    return claim.value.time if isinstance(claim.value, When) else None


def _title(account: Account, hidden: frozenset[str]) -> str | None:
    title = account.document.title
    if not title:
        return None
    whole = Span(start=0, end=len(title), part="title")
    return quoted(account, whole, withheld(account, hidden))
