"""Two states of the record -> what is new and which tolls moved, and by which sentence."""

from collections.abc import Iterator

import msgspec

from cenotaph.model import (
    Figure,
    Incident,
    People,
    Record,
    quoted,
    range_words,
    what_words,
    withheld,
)
from cenotaph.publish import Options, hidden_names, shown

_EVERYTHING = Options()


def changes(before: Record, now: Record, options: Options = _EVERYTHING) -> Iterator[str]:
    """Yield a paragraph for each incident that is new or whose tolls moved, by day."""
    known = {alias: i for i in before.incidents for alias in (i.id, *i.aliases)}
    sentences = _Sentences(now)
    for incident in shown(now, options):
        olds = {known[a].id: known[a] for a in (incident.id, *incident.aliases) if a in known}
        if not olds:
            yield "\n".join((f"New: {incident.title}", *_new(incident, sentences)))
            continue
        moved = list(_moved(list(olds.values()), incident, sentences))
        if moved:
            yield "\n".join((f"Moved: {incident.title}", *moved))


class _Sentences:
    """Finds the sentence of a claim, with who published it; names withheld."""

    def __init__(self, record: Record) -> None:
        self._hidden = hidden_names(record, _EVERYTHING)
        self._accounts = {a.document.id: a for a in record.accounts}
        self._claims = {c.id: c for a in record.accounts for c in a.claims}
        self._publisher = {c.document: c.publisher or c.ref for c in record.captures}

    def of(self, claim_id: str) -> str | None:
        """Return `publisher: "sentence"`; None for a claim that is not live."""
        claim = self._claims.get(claim_id)
        if claim is None:
            return None
        account = self._accounts[claim.document]
        words = " ".join(quoted(account, claim.sentence, withheld(account, self._hidden)).split())
        return f"    {self._publisher.get(claim.document, 'unknown')}: “{words}”"

    def all_of(self, claims: tuple[str, ...]) -> Iterator[str]:
        """Yield the sentences of claims, each once."""
        yield from dict.fromkeys(s for c in claims if (s := self.of(c)) is not None)


def _new(incident: Incident, sentences: _Sentences) -> Iterator[str]:
    for figure in incident.tolls:
        yield f"  {what_words(figure)}: {_range(figure)}"
        yield from sentences.all_of(figure.claims)


def _moved(olds: list[Incident], new: Incident, sentences: _Sentences) -> Iterator[str]:
    """Compare figures for the same outcome and the same people, however they are called."""
    before = {_key(f): f for old in olds for f in old.tolls}
    for figure in new.tolls:
        old = before.pop(_key(figure), None)
        if old is not None and _range(old) == _range(figure):
            continue
        yield f"  {what_words(figure)}: {_range(old) if old else 'nothing'} → {_range(figure)}"
        fresh = tuple(c for c in figure.claims if old is None or c not in old.claims)
        yield from sentences.all_of(fresh)
    for figure in before.values():
        yield f"  {what_words(figure)}: {_range(figure)} → no longer counted apart"


def _key(figure: Figure) -> tuple[str, People]:
    return figure.outcome, msgspec.structs.replace(figure.people, words=None)


def _range(figure: Figure) -> str:
    return f"{range_words(figure)} ({figure.status})"
