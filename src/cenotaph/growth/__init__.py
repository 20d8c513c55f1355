"""A ledger -> its record, of which only what was touched since the last time is computed.

The record is a function of documents, claims and decisions, and it falls into parts that have no
say in one another: what one account says; which accounts are alike; the tellings that bits or
people connect; the figures of one place. Each part is kept beside what it was made from, so that
ten more accounts cost ten accounts and the parts they touch. What is kept is always the same as
what a ledger read at once, in any order, would give.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, Self, TypeVar

import msgspec

from cenotaph.growth.asking import ask
from cenotaph.growth.carrying import Said, carry
from cenotaph.growth.comparing import ahead
from cenotaph.growth.doubting import doubt
from cenotaph.growth.joining import join
from cenotaph.growth.judging import Places
from cenotaph.growth.likening import liken
from cenotaph.growth.partner import partnered
from cenotaph.growth.recording import digest_of, recorded
from cenotaph.growth.settling import settle
from cenotaph.growth.telling import tell
from cenotaph.link.weights import Remembering, Weights, shipped
from cenotaph.model import Decision, Gazetteer, Publisher, Question, Record, publishers
from cenotaph.reconcile.counting import Counting
from cenotaph.store import Ledger, Pieces, Standing

T = TypeVar("T")
Ask = Callable[[Standing, Pieces, str, str], T]
_SOFTWARE, _SEQ, _LINK, _STAMP = "software", "seq", "link", "stamp"
_POLICY = (
    "policy "  # before its name: the refreshing up to which all is settled, and on which terms
)

_SAID = "said "  # before its name: what those terms say, in words
_AT_ONCE = 500  # documents that are taken in or out together
_ASKED = "asked "  # before its name: the refreshing up to which all is asked, and on which terms
_question = msgspec.msgpack.Decoder(Question)


class Means(NamedTuple):
    """What a record depends on besides what is in the ledger."""

    software: str  # a digest
    gazetteer: Gazetteer
    counting: Callable[[str], Counting]  # a policy by its name, with what the user set for it
    terms: str  # a digest of what the user set; "" for nothing
    weights: Weights | None = None  # of linking, as the user estimated them

    asks: bool = False  # whether questions are wanted; those asked once are kept up to date anyhow
    decided: tuple[Publisher, ...] = ()  # by people, over what the user set
    own: str = ""  # where there are such, a digest of what the user set without them
    tell: Callable[[int, int], None] = lambda _done, _of: None  # how far the asking is
    settling: Callable[[int, int], None] = lambda _done, _of: None  # how far the settling is

    def asking(self, tell: Callable[[int, int], None] | None = None) -> Means:
        """Return the means with questions wanted."""
        return self._replace(asks=True, tell=tell or self.tell)

    def over(self, decisions: Iterable[Decision]) -> Means:
        """Return the means with what people decided about publishers laid over what was set."""
        decided = publishers(decisions)
        if not decided:
            return self
        told = hashlib.sha256(msgspec.json.encode((self.terms, decided))).hexdigest()
        return self._replace(
            counting=lambda name: self.counting(name).over(decided),
            terms=told,
            decided=decided,
            own=self.terms,
        )

    def said(self, policy: str) -> Said:
        """Return the terms on which a policy counts."""
        own = self.own if self.decided else self.terms
        return Said.of(own, self.decided, self.counting(policy))


def current(ledger: Ledger, policy: str, means: Means, *, asking: bool) -> Record:
    """Return the record, bringing what is kept of it up to date; `asking`, with its questions."""
    if not asking:
        return _up_to_date(ledger, policy, means, recorded)

    def whole(standing: Standing, pieces: Pieces, name: str, policy: str) -> Record:
        found = recorded(standing, pieces, name, policy)
        return msgspec.structs.replace(found, questions=questions(standing, policy))

    return _up_to_date(ledger, policy, means.asking(), whole)


def digest(ledger: Ledger, policy: str, means: Means) -> str:
    """Return the record's digest, bringing what is kept up to date, without loading it."""
    return _up_to_date(ledger, policy, means, digest_of)


def computed(ledger: Ledger, policy: str, means: Means, before: str | None = None) -> Record:
    """Return the record computed from nothing, and keep none of it.

    With `before` (a date), as it would be from what was published before that day.
    """
    standing = ledger.standing()
    means.counting(policy)  # one that nobody knows is no reason to compute anything
    with standing.aside(), standing.reading():
        pieces = ledger.pieces()
        one = Refreshing.of(standing, means, pieces)
        early = pieces.documents() if before is None else pieces.before(before)
        one.take_in(pieces, early)
        one.settle(pieces, policy)
        return recorded(standing, pieces, one.named(policy), policy, before)


@contextmanager
def earlier(ledger: Ledger, policy: str, means: Means, day: str) -> Iterator[Standing]:
    """Hold the record as it would be from what was published before a day, in front of the file's.

    If less was published since than before, that is taken out of what is kept, and what it touches
    is put in order; else the earlier is computed from nothing. `means.settling` hears how far.
    """
    with _earlier(ledger, policy, means, day) as one:
        yield one.standing


def as_it_was(ledger: Ledger, policy: str, means: Means, day: str) -> Record:
    """Return the record as it would be from what was published before a day, found the same way."""
    with _earlier(ledger, policy, means, day) as one:
        return recorded(one.standing, ledger.pieces(), one.named(policy), policy, day)


@contextmanager
def _earlier(ledger: Ledger, policy: str, means: Means, day: str) -> Iterator[Refreshing]:
    standing = ledger.standing()
    means.counting(policy)
    with standing.aside(), standing.reading():
        pieces = ledger.pieces()
        one = Refreshing.of(standing, means, pieces)
        early = pieces.before(day)
        documents = sorted({*pieces.documents()} - {*early})
        narrowed = pieces.without(documents)
        if policy in one.kept(pieces) and len(documents) < len(early):
            standing.fill_aside()
        else:
            documents = early
        for start in range(0, len(documents), _AT_ONCE):
            means.settling(start, len(documents))
            one.take_in(narrowed, documents[start : start + _AT_ONCE])
        one.settle(narrowed, policy)
        yield one


def faults(ledger: Ledger, means: Means) -> Iterator[str]:
    """Compute what is kept anew, and say where it is not what the ledger gives."""
    standing = ledger.standing()
    with standing.aside(), standing.reading():
        pieces = ledger.pieces()
        one = Refreshing.of(standing, means, pieces)
        policies = one.kept(pieces)
        if policies:
            one.take_in(pieces, pieces.documents())
        asked = asked_policies(ledger)
        for policy in policies:
            one._replace(means=one.means.asking() if policy in asked else one.means).settle(
                pieces, policy
            )
        for table in one.standing.differing(policies) if policies else ():
            yield f"the record kept in {table} is not the one that the claims give"


def asked_policies(ledger: Ledger) -> list[str]:
    """Return the policies whose questions are kept."""
    marks = ledger.standing().marks_in_file()
    return [name.removeprefix(_ASKED) for name in marks if name.startswith(_ASKED)]


def questions(standing: Standing, policy: str) -> tuple[Question, ...]:
    """Return the questions kept under a policy, the most useful first."""
    return tuple(map(_question.decode, standing.asked.every(policy)))


def _up_to_date(ledger: Ledger, policy: str, means: Means, ask: Ask[T]) -> T:
    """Bring what is kept up to date, if it is not, and return what is asked of it."""
    found, kept = looked_into(ledger, policy, means, ask)
    if not kept:
        ledger.standing().drop_aside()
    return found


def looked_into(ledger: Ledger, policy: str, means: Means, ask: Ask[T]) -> tuple[T, bool]:
    """Bring the record up to date and return what is asked of its parts, and where they are kept.

    True: in the file. False where that cannot be written to now: in front of it, for this opened
    ledger alone, until it is closed.
    """
    standing = ledger.standing()
    means.counting(policy)  # no policy of that name: nothing is computed
    with standing.reading():
        pieces = ledger.pieces()
        one = Refreshing.of(standing, means, pieces)
        if policy in one.kept(pieces):
            return ask(standing, pieces, one.named(policy), policy), True
    with standing.writing() as writable:
        pieces = ledger.pieces()
        one = Refreshing.of(standing, means, pieces)
        if writable and one.goes_on(pieces):
            one.take_in(pieces, one.arrived(pieces))
            one.settle(pieces, policy)
            return ask(standing, pieces, one.named(policy), policy), True
    return _anew(ledger, policy, means, ask)


def _anew(ledger: Ledger, policy: str, means: Means, ask: Ask[T]) -> tuple[T, bool]:
    """Compute everything in tables aside, and put them in the file if it can be written to."""
    standing = ledger.standing()
    standing.set_aside()
    try:
        with standing.reading():
            pieces = ledger.pieces()
            one = Refreshing.of(standing, means, pieces)
            one.take_in(pieces, pieces.documents())
            one.settle(pieces, policy)
            found = ask(standing, pieces, one.named(policy), policy)
        with standing.writing() as writable:
            if writable:
                standing.keep()
    except BaseException:
        standing.drop_aside()
        raise
    if writable:
        standing.drop_aside()
    return found, writable


class Refreshing(NamedTuple):
    """One refreshing of what is kept."""

    standing: Standing
    means: Means  # as the decisions of the moment have them

    @classmethod
    def of(cls, standing: Standing, means: Means, pieces: Pieces) -> Self:
        """Return a refreshing up to one moment of the ledger."""
        return cls(standing, means.over(pieces.as_made))

    def named(self, policy: str) -> str:
        """Return a policy's name as published."""
        return self.means.counting(policy).name

    def kept(self, pieces: Pieces) -> list[str]:
        """Return the policies whose record is kept in the file and up to date."""
        marks = self.standing.marks_in_file()
        seq, link = pieces.position
        if (marks.get(_SOFTWARE), marks.get(_SEQ), marks.get(_LINK)) != (
            self.means.software, str(seq), link,
        ):  # fmt: skip
            return []
        up_to_date = f"{marks[_STAMP]} {self.means.terms}"
        if self.means.asks:
            marks = {n: v for n, v in marks.items() if marks.get(_ASKED + n[len(_POLICY) :]) == v}
        return [
            name.removeprefix(_POLICY)
            for name, value in marks.items()
            if name.startswith(_POLICY) and value == up_to_date
        ]

    def goes_on(self, pieces: Pieces) -> bool:
        """Tell whether what is kept is by this software, of what this ledger goes on from."""
        marks = self.standing.marks_in_file()
        if marks.get(_SOFTWARE) != self.means.software:
            return False
        return pieces.holds((int(marks[_SEQ]), marks[_LINK]))

    def arrived(self, pieces: Pieces) -> set[str]:
        """Return the documents that something was added about since the last refreshing."""
        return pieces.arrived(int(self.standing.mark(_SEQ) or 0))

    def take_in(self, pieces: Pieces, documents: Collection[str]) -> None:
        """Tell documents anew, and put in order whatever that touches."""
        standing = self.standing
        stamp = int(standing.mark(_STAMP) or 0) + 1
        means = self.means
        with partnered(len(documents), means.gazetteer) as there:
            changes = tell(standing, pieces, documents, means.gazetteer, there)
            tellings = changes.tellings
            under_way = ahead(standing, tellings, means.weights, there, asks=means.asks)
            moved = liken(standing, pieces, changes)
            compared = under_way.result() if under_way is not None else None
        altered = {*changes.documents, *moved}
        weights = Remembering.of(means.weights or shipped())
        places = Places(standing, pieces, stamp, altered, weights)
        fresh = join(places, changes, moved, asks=means.asks, compared=compared)
        standing.joined.put_off_doubts(fresh)
        touched = standing.told.numbers({*moved, *changes.documents}).values()
        units = {*changes.units, *standing.settled.units_of(touched)}
        standing.settled.touch(sorted(units), stamp)
        seq, link = pieces.position
        marks = ((_STAMP, str(stamp)), (_SEQ, str(seq)), (_LINK, link))
        for name, value in (*marks, (_SOFTWARE, self.means.software)):
            standing.set_mark(name, value)

    def settle(self, pieces: Pieces, policy: str) -> None:
        """Reconcile under a policy what changed since it last did."""
        mark = self.standing.mark(_POLICY + policy) or "0 "
        since, _, terms = mark.partition(" ")
        same = terms == self.means.terms or self._carried(pieces, policy)
        counting = self.means.counting(policy)
        settle(
            self.standing,
            pieces,
            (policy, counting),
            int(since) if same else 0,
            self.means.settling,
        )
        value = f"{self.standing.mark(_STAMP)} {self.means.terms}"
        self.standing.set_mark(_POLICY + policy, value)
        said = msgspec.json.encode(self.means.said(policy)).decode()
        self.standing.set_mark(_SAID + policy, said)
        self._ask(pieces, policy, value, terms if same else self.means.terms)

    def _carried(self, pieces: Pieces, policy: str) -> bool:
        """Carry a policy's figures on where only what people say of publishers is other."""
        words = self.standing.mark(_SAID + policy)
        if words is None:
            return False
        before, now = msgspec.json.decode(words, type=Said), self.means.said(policy)
        if before.terms != now.terms:
            return False
        stamp = int(self.standing.mark(_STAMP) or 0)
        carry(self.standing, pieces, policy, (before, now), stamp)
        return True

    def _ask(self, pieces: Pieces, policy: str, value: str, before: str) -> None:
        """Bring questions up to date, if they are wanted or were once.

        Those asked on the terms of `before` hold where nothing changed.
        """
        mark = self.standing.mark(_ASKED + policy)
        if mark is None and not self.means.asks:
            return
        since, _, terms = (mark or "0 ").partition(" ")
        if mark is None or terms != before:
            since = "0"
            self.standing.asked.forget(policy)
        stamp = int(self.standing.mark(_STAMP) or 0)
        doubt(Places(self.standing, pieces, stamp, (), self.means.weights))
        ask(self.standing, pieces, policy, int(since), self.means.tell)
        self.standing.set_mark(_ASKED + policy, value)
