"""What changed in the record -> the questions that follow from it, in place of those that did."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple, TypeVar

import msgspec

from cenotaph.growth.accounts import accounts
from cenotaph.growth.judging import Places, judged
from cenotaph.growth.saying import encode
from cenotaph.link import clashing, nearly_copied, precedence, prose
from cenotaph.model import (
    Account,
    Decision,
    Incident,
    Near,
    NearCopy,
    Question,
    Record,
    Series,
    earliest,
    judgements,
)
from cenotaph.review import copies, figures, merges, order, readings, unsettled
from cenotaph.review.stake import Known
from cenotaph.store import Pieces, Standing
from cenotaph.store.asked import Row
from cenotaph.store.joined import Telling

T = TypeVar("T")
Tell = Callable[[int, int], None]  # how many incidents are looked at, of how many
_AT_ONCE: Final = 200  # incidents, accounts or doubts
_SHORT: Final = 10  # hex digits of a key; a queue has some thousand questions
_incident = msgspec.msgpack.Decoder(Incident)
_series = msgspec.msgpack.Decoder(Series)
_near = msgspec.msgpack.Decoder(Near)


def ask(standing: Standing, pieces: Pieces, policy: str, since: int, tell: Tell) -> None:
    """Ask anew what follows from what changed after a refreshing, under a policy.

    Whatever is gone from the record took its questions with it.
    """
    one = _Asking(standing, pieces, policy)
    changed = one.touched(standing.joined.newer(since))
    for number, part in enumerate(_in_parts(changed)):
        tell(number * _AT_ONCE, len(changed))
        one.ask_incidents(part)
    told = {t.told for part in _in_parts(changed) for t in standing.joined.of_dossiers(part)}
    for part in _in_parts(told):
        one.ask_accounts(part)
    doubts = {*standing.joined.newer_doubts(since), *one.doubted(changed)}
    for pairs in _in_parts(doubts):
        one.ask_doubts(pairs)
    for unit in standing.settled.newer(since):
        one.ask_series(unit)
    one.ask_decisions()


def key_of(question: Question) -> str:
    """Return what names a question in an address: it stays as long as it is asked."""
    words = " ".join((question.kind, *question.subjects))
    return hashlib.sha256(words.encode()).hexdigest()[:_SHORT]


class _Around(NamedTuple):
    """What questions about some accounts look up."""

    accounts: Mapping[str, Account]
    known: Known


class _Asking:
    """The questions of one moment under one policy."""

    def __init__(self, standing: Standing, pieces: Pieces, policy: str) -> None:
        self._standing = standing
        self._pieces = pieces
        self._policy = policy

    @cached_property
    def _judged(self) -> Mapping[str, Decision]:
        return judgements(self._pieces.decisions)

    def touched(self, dossiers: Iterable[int]) -> set[int]:
        """Return dossiers with all others that an account of theirs is in: copies weigh by all."""
        found = set(dossiers)
        for part in _in_parts(found):
            told = {t.told for t in self._standing.joined.of_dossiers(part)}
            near = (t.dossier for t in self._standing.joined.of_told(told))
            found = found | {n for n in near if n is not None}
        return found

    def ask_incidents(self, dossiers: Collection[int]) -> None:
        """Ask about incidents: their readings, their figures, which accounts copy which."""
        bodies = self._standing.settled.of_dossiers(dossiers, self._policy)
        incidents = {n: _incident.decode(body) for n, body in bodies.items()}
        around = self._around({d for i in incidents.values() for d in i.accounts})
        copied = self._copied(incidents, around)
        for number, incident in incidents.items():
            alone = self._cut(incidents=(incident,))
            found = [*readings.ask(alone, around.known), *figures.ask(alone, around.known)]
            self._put(f"incident {number}", [*found, *copied[number]])

    def ask_accounts(self, told: Collection[int]) -> None:
        """Ask whether running totals of accounts are the tolls of incidents."""
        documents = self._standing.told.documents(told)
        around = self._around(documents.values())
        for number, document in documents.items():
            alone = self._cut(accounts=(around.accounts[document],))
            self._put(f"account {number}", figures.ask(alone, around.known))

    def doubted(self, dossiers: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield the doubts about tellings of some dossiers."""
        for part in _in_parts(dossiers):
            sure = {t.sure for t in self._standing.joined.of_dossiers(part)}
            yield from self._standing.joined.doubted({n for n in sure if n is not None})

    def ask_doubts(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Ask whether groups of tellings are one incident."""
        found = [_near.decode(body) for body in self._standing.joined.doubts(pairs)]
        events = {e for near in found for e in near.closest}
        rows = {t.event: t for t in self._standing.joined.of_events(events)}
        documents = self._standing.told.documents({t.told for t in rows.values()})
        around = self._around(documents.values())
        whole = self._cut(accounts=tuple(around.accounts.values()))
        now = [msgspec.structs.replace(n, joined=_is_one(n, rows)) for n in found]
        # All at once: what hangs on each telling is gathered over the accounts of all.
        asked = {q.subjects: q for q in merges.ask(whole, around.known, now)}
        for (one, other), near in zip(pairs, found, strict=True):
            question = asked.get(near.closest)
            self._put(f"doubt {one} {other}", () if question is None else (question,))

    def ask_series(self, unit: str) -> None:
        """Ask about the running totals of a unit."""
        bodies = self._standing.settled.of_unit(unit, self._policy)
        series = tuple(map(_series.decode, bodies))
        owners = self._standing.owners({c for s in series for f in s.conflicts for c in f.claims})
        around = self._around(owners)
        self._put(f"series {unit}", readings.ask(self._cut(series=series), around.known))

    def ask_decisions(self) -> None:
        """Ask about decisions that clash, or whose ground is gone."""
        pieces, standing = self._pieces, self._standing
        held = [d for d in pieces.decisions if d.verdict in {"same", "different"}]
        numbers = standing.told.numbers(standing.owners({s for d in held for s in d.subjects}))
        rows = list(standing.joined.of_told(numbers.values()))
        places = Places(standing, pieces, 0, (), None)
        profiles, _, aside = judged(places, rows)
        spoken = {
            s for d in pieces.decisions if d.verdict in {"copy", "not-copy"} for s in d.subjects
        }
        documents = standing.told.numbers(spoken)
        captures = [c for one in pieces.captures(documents).values() for c in one]
        rank = precedence(documents, captures)
        ordered = sorted(rank, key=rank.__getitem__)
        clashes = clashing(profiles, ordered, pieces.decisions, aside)
        subjects = {s for c in clashes for s in c.subjects}
        subjects |= {s for q in pieces.questions for s in q.subjects}
        around = self._around(standing.owners(subjects))
        found = unsettled.clashes(self._cut(), around.known, clashes)
        self._put("decisions", [*found, *unsettled.lost(around.known, pieces.questions)])

    def _around(self, documents: Iterable[str]) -> _Around:
        """Return some accounts, every incident that they tell of, and what bears on them."""
        numbers = self._standing.told.numbers(documents)
        told = [a for a, _ in accounts(self._standing, numbers.values()).values()]
        dossiers = {t.dossier for t in self._standing.joined.of_told(numbers.values())} - {None}
        bodies = self._standing.settled.of_dossiers(
            (n for n in dossiers if n is not None), self._policy
        )
        incidents = map(_incident.decode, bodies.values())
        captures = self._pieces.captures(numbers)
        known = Known(
            claims={c.id: c for a in told for c in a.claims},
            accounts={a.document.id: a for a in told},
            home={m: i for i in incidents for m in (i.id, *i.aliases)},
            judged=self._judged,
            published=earliest(c for one in captures.values() for c in one),
        )
        return _Around(known.accounts, known)

    def _copied(
        self, incidents: Mapping[int, Incident], around: _Around
    ) -> Mapping[int, list[Question]]:
        """Return what is asked about copies, by incident."""
        documents = {d for i in incidents.values() for d in i.accounts}
        captures = [c for one in self._pieces.captures(documents).values() for c in one]
        rank = precedence(documents, captures)
        original = self._standing.likes.originals(documents)
        told_by = {d: prose(a) for d, a in around.accounts.items()}
        pairs: dict[tuple[str, str], NearCopy] = {}
        held: dict[int, list[tuple[str, str]]] = {}
        for number, incident in incidents.items():
            ordered = sorted(incident.accounts, key=rank.__getitem__)
            near = {(n.copy, n.original): n for n in nearly_copied(ordered, told_by, original)}
            pairs |= near
            held[number] = list(near)
        found = copies.ask(self._cut(), around.known, list(pairs.values()))
        by_pair = {(q.subjects[0], q.subjects[1]): q for q in found}
        return defaultdict(
            list, {n: [by_pair[p] for p in near if p in by_pair] for n, near in held.items()}
        )

    def _cut(
        self,
        incidents: tuple[Incident, ...] = (),
        accounts: tuple[Account, ...] = (),
        series: tuple[Series, ...] = (),
    ) -> Record:
        """Return the record with nothing in it but what is asked about, and the decisions."""
        return Record(
            digest="",
            policy=self._policy,
            captures=(),
            accounts=accounts,
            incidents=incidents,
            series=series,
            stories=(),
            copies_of=(),
            replaces=(),
            decisions=self._pieces.decisions,
        )

    def _put(self, unit: str, found: Iterable[Question]) -> None:
        self._standing.asked.put(unit, self._policy, map(_row, sorted(found, key=order)))


def _is_one(near: Near, rows: Mapping[str, Telling]) -> bool:
    left, right = (rows[e].dossier for e in near.closest)
    return left == right


def _row(question: Question) -> Row:
    _, kind, subjects, words = order(question)
    return Row(
        change=question.change,
        kind=kind,
        subjects=" ".join(subjects),
        words=words,
        key=key_of(question),
        answers=len(question.choices),
        body=encode(question),
    )


def _in_parts(things: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(sorted(things))  # type: ignore[type-var]
    while part := list(islice(rest, _AT_ONCE)):
        yield part
