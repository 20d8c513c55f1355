"""The record at one moment, as one request looks into it: names withheld, read as it is needed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

import msgspec
from markupsafe import Markup

from cenotaph.desk.ids import Ids
from cenotaph.growth.accounts import account_of
from cenotaph.growth.doubting import doubts_about
from cenotaph.growth.judging import Places
from cenotaph.model import (
    Account,
    Capture,
    Claim,
    Decision,
    Incident,
    Mention,
    Outline,
    Question,
    Record,
    Remarked,
    Remarks,
    Series,
    in_force,
    publishers,
    without_names,
)
from cenotaph.pages.drawing import Drawing
from cenotaph.pages.quoting import Quoting, Sentence, Told
from cenotaph.pictures.toll import Say
from cenotaph.reconcile.period import Placed, by_country
from cenotaph.reconcile.sources import Sources, sources
from cenotaph.reconcile.terms import Terms
from cenotaph.review import merges, order
from cenotaph.review.stake import Known
from cenotaph.store import Looking
from cenotaph.store.asked import Asked
from cenotaph.store.finding import Hits
from cenotaph.web.comparison import Contents, Side
from cenotaph.web.corrected import Corrected
from cenotaph.web.grown import Key
from cenotaph.web.lookups import Found
from cenotaph.web.named import Gone, Living
from cenotaph.web.parts import Parts
from cenotaph.web.remembered import Desk
from cenotaph.web.state import State

T = TypeVar("T")
_incident = msgspec.msgpack.Decoder(Incident)


class NotAskedError(Exception):
    """Questions are not kept with the record as it stands; they can be."""


class Now:
    """The record at one moment of the ledger, and what pages look up in it."""

    def __init__(
        self, state: State, looking: Looking, desk: Desk, release: Callable[[], None]
    ) -> None:
        self.state = state
        self._moment = looking.moment()
        self._release: Callable[[], None] | None = release
        self._streaming = False
        self.options = desk.options
        self.hidden = state.hidden
        self.policy = state.policy
        self.digest = state.digest
        self.wanted = desk.policy  # as it was asked for
        self.copies = state.copies  # the original of each copy
        self._desk = desk
        self._looking = looking
        self.accounts = Found(self._account)  # by document, with every name in them
        self.claims = Found(self._claim)  # live ones, as they came
        self.mentions = Found(self._mention)
        self.incidents = Found(self._incident)  # whole, by every id they ever had, names withheld
        self.events = Found(self._event)  # of each mention, the first mention of it in its account
        self.captures = Found(self._capture)  # the first of each document
        self._owners = Found(lambda key: looking.owners((key,)).get(key))

    @property
    def is_kept(self) -> bool:
        """Tell whether what is looked at in the ledger goes with what is in memory."""
        return self._moment[1] == self.state.moment[1]

    @property
    def is_current(self) -> bool:
        """Tell whether nothing was added since."""
        return self._moment == self.state.moment

    def let_go(self) -> None:
        """Look into the ledger no more, nor hold the record, unless something is being sent."""
        if self._release is not None and not self._streaming:
            release = self._release
            vars(self).clear()  # it and its look-ups hold one another: garbage of megabytes
            self._release, self._streaming = None, False
            release()

    def streamed(self, rows: Iterator[T]) -> Iterator[T]:
        """Yield rows that are looked up while they are sent; the ledger is let go after them."""
        self._streaming = True
        return self._to_the_end(rows)

    def _to_the_end(self, rows: Iterator[T]) -> Iterator[T]:
        try:
            yield from rows
        finally:
            self._streaming = False
            self.let_go()

    @property
    def head(self) -> str:
        """The last link of the ledger's chain."""
        return self.state.moment[0]

    @property
    def seen(self) -> int:
        """The place of the last decision: what a form made now has seen."""
        return max((d.seq for d in self.state.decisions), default=0)

    @property
    def outlines(self) -> Sequence[Outline]:
        """Every incident as a list shows it, by day, names withheld."""
        return self.once("outlines", lambda: tuple(self.state.outlines.values()))

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Return what is the same for all who look at this moment, made by the first of them."""
        return self._desk.momentary.get(self.state.moment, name, make)

    def grown(
        self, name: Hashable, make: Callable[[], T], grow: Callable[[T, frozenset[Key]], T]
    ) -> T:
        """Return what is made of all incidents, or grown from what it was before some moved."""
        return self._desk.grown.get(name, (self.state.moment, self.state.steps), make, grow)

    @property
    def titles(self) -> Mapping[str, str]:
        """The titles of all incidents, by their ids."""
        every = self.state.outlines

        def grow(old: dict[str, str], moved: frozenset[Key]) -> dict[str, str]:
            kept = dict(old)
            for _, key in moved - every.keys():
                kept.pop(key, None)
            return {**kept, **{key: i.title for key, i in _by_id(every, moved).items()}}

        return self.grown("titles", lambda: {i.id: i.title for i in every.values()}, grow)

    def of_account(
        self, what: str, document: str, make: Callable[[], frozenset[str]]
    ) -> frozenset[str]:
        """Return what an account alone gives, made once as long as it is the same account."""
        digest = self.state.told[document]
        return self._desk.names.get(f"{what} {document}", digest, make) or frozenset()

    def printed(self, name: Hashable, origin: object, make: Callable[[], Markup]) -> Markup:
        """Return a part of pages as it was printed, as long as what it was made from is the same.

        Nothing may be in it of one request or of one moment.
        """
        return self._desk.printed.get(name, origin, make) or Markup()

    def homes(self, document: str) -> Mapping[str, str]:
        """Return the ids of the incidents that hold what an account tells of, by event."""
        return dict(self._looking.events_home((document,)))

    def once_counted(self, name: str, make: Callable[[], T]) -> T:
        """Return what is the same for all as long as no running total changes."""
        return self._desk.momentary.get(self.state.counted, name, make)

    @cached_property
    def terms(self) -> Terms:
        """How publishers count: as the user set it, and as was decided since."""
        return self._desk.terms.over(publishers(self.state.decisions))

    @property
    def own_terms(self) -> Terms:
        """How publishers count as the user set it alone."""
        return self._desk.terms

    @property
    def series(self) -> Sequence[Series]:
        """Every figure that is no incident's, names withheld."""
        shown = self.state.series.values()
        return self.once_counted("series", lambda: tuple(r.shown for r in shown))

    @property
    def decisions(self) -> Sequence[Decision]:
        """Every decision in order of force, names withheld."""
        return self.state.shown_decisions

    @property
    def asked(self) -> Asked:
        """The questions; NotAskedError where they are not kept with this moment."""
        if not self._looking.is_asked(self.wanted):
            raise NotAskedError
        return self._looking.asked

    def make_ready(self, before: tuple[str, str]) -> None:
        """Make what somebody looked at in the moment before, so that nobody waits for it."""
        wanted = self._desk.momentary.names(before)
        if "questions" in wanted and self._looking.is_asked(self.wanted):
            _ = self.counted

    @property
    def placed(self) -> Placed:
        """The incidents by country and place."""
        every = self.state.outlines

        def grow(old: Placed, moved: frozenset[Key]) -> Placed:
            return old.moved({**{k[1]: None for k in moved}, **_by_id(every, moved)})

        return self.grown("by country", lambda: by_country(every.values()), grow)

    @property
    def counted(self) -> Mapping[int, int]:
        """How many questions there are of each kind."""
        return self.once("questions", lambda: self.asked.count(self.wanted))

    def nearly(self, incident: Incident) -> list[Question]:
        """Return what is asked of an incident and others: whether they are one."""
        looking = self._looking
        places = Places(looking.standing, looking.pieces(), 0, (), self._desk.weights)
        doubts = doubts_about(places, (incident.id, *incident.aliases))
        home = self._looking.dossiers({e for d in doubts for e in d.closest})
        found = [
            msgspec.structs.replace(d, joined=home[d.closest[0]] == home[d.closest[1]])
            for d in doubts
        ]
        told = (self.mentions.get(e) for d in found for e in d.closest)
        record = self.parts.of({m.document for m in told if m is not None})
        asked = merges.ask(record, Known.of(record), found)
        return [self.without_names(q) for q in sorted(asked, key=order)]

    def without_names(self, value: T) -> T:
        """Return a value of the record with no withheld name in its words."""
        return without_names(value, self.hidden, self.state.captured.publishers)

    def received(self, document: str) -> Sequence[Capture]:
        """Return every capture of a document, in the record's order."""
        return self._looking.captures((document,)).get(document, ())

    @cached_property
    def corrected(self) -> Corrected:
        """Which claims stand in the place of which."""
        return Corrected.of(self.state.decisions)

    @cached_property
    def ids(self) -> Ids:
        """What finds a claim, mention, document or decision by its id."""
        return Ids(Living(self, self._looking), Gone(self._desk.ledger))

    @cached_property
    def remarked(self) -> Remarked:
        """What finds the code, tags and notes of an incident, names withheld."""
        return self.remarks(self.decisions)

    def remarks(self, decisions: Sequence[Decision]) -> Remarked:
        """Return what some decisions note beside incidents."""
        subjects = {s for d in decisions if d.remark is not None for s in d.subjects}
        documents = set(self._looking.owners(subjects).values())
        return Remarked(decisions, [a for d in documents if (a := self.accounts.get(d))])

    @property
    def kept(self) -> Mapping[str, Remarks]:
        """What people keep beside incidents, by id, names withheld."""
        return self.once("kept", self._kept)

    def _kept(self) -> dict[str, Remarks]:
        about = (self.incidents.get(m) for m in sorted(self.remarked.mentions()))
        return {i.id: self.remarked.of(i) for i in about if i is not None}

    @cached_property
    def decided(self) -> Mapping[str, list[Decision]]:
        """Every decision about a claim, mention or document, by its id."""
        found: dict[str, list[Decision]] = {}
        for decision in self.decisions:
            for subject in decision.subjects:
                found.setdefault(subject, []).append(decision)
        return found

    @cached_property
    def held(self) -> frozenset[str]:
        """The ids of the decisions in force."""
        return frozenset(d.id for d in in_force(self.state.decisions))

    @cached_property
    def found(self) -> Told:
        """Where claims and their accounts are found."""
        return Told(self.accounts, self.claims, self.captures)

    @cached_property
    def quoting(self) -> Quoting:
        """What finds the sentences of claims, names withheld."""
        return Quoting(self.found, self.copies, self.hidden, self._remembered)

    def _remembered(self, told: Claim, make: Callable[[], Sentence]) -> Sentence:
        """Return the sentence of a claim as it was made, while all that it was made from holds."""
        made_from = (self.hidden, self.state.captured.ids, self.state.told.get(told.document))
        origin = (told, *made_from, self.copies.get(told.document))
        return self._desk.sentences.get(told.id, origin, make) or make()

    def expect(self, claims: Collection[str]) -> None:
        """Look up at once where claims stand and who published that: each question takes a turn."""
        owners = self._looking.owners(claims)
        self._owners.put(owners)
        captures = self._looking.captures(set(owners.values()))
        self.captures.put({document: found[0] for document, found in captures.items() if found})

    def drawing(self, say: Say) -> Drawing:
        """Return what draws tolls and reasons, our own words in a reader's language."""
        return Drawing(self.captures, self.copies, Found(self._ref), say)

    def holding(self, words: str, before: Hits | None = None) -> Hits:
        """Return the documents that hold some words, names withheld; `before` held them before."""
        return self._desk.texts.holding(words, before)

    @property
    def parts(self) -> Parts:
        """The record part by part, for those who print it as the command line does."""
        return Parts(self._looking, self.state, self._desk.policy, self.accounts)

    @property
    def side(self) -> Side:
        """The record as it is kept, to be compared with another."""
        return Side(Contents.now(self.state), self._looking, self._desk.policy)

    def cut(self, **parts: tuple[Any, ...]) -> Record:
        """Return the record with nothing in it but some of its parts."""
        return self.parts.cut(**parts)

    def parted(self, claims: Sequence[Claim]) -> list[tuple[Claim, ...]]:
        """Return claims source by source, those of one independent source together."""
        return self._sources({c.document for c in claims}).parted(claims)

    def _sources(self, documents: Collection[str]) -> Sources:
        family = {d: self.copies[d] for d in documents if d in self.copies}
        captures = self._looking.captures({*documents, *family.values()})
        every = [c for one in captures.values() for c in one]
        return sources(every, family.items(), self.terms.owners())

    # -- one thing by its id

    def _account(self, document: str) -> Account | None:
        digest = self.state.told.get(document)
        if digest is None:
            return None
        return self._desk.accounts.get(document, digest, lambda: self._read(document))

    def _read(self, document: str) -> Account | None:
        for _, text, body, _ in self._looking.accounts((document,)):
            return account_of(text, body)
        return None

    def _of_document(self, key: str) -> Account | None:
        """Return the account that a claim or mention belongs to, live or not."""
        document = self._owners.get(key) or self._looking.of_event(key)
        return None if document is None else self.accounts.get(document)

    def _claim(self, key: str) -> Claim | None:
        account = self._of_document(key)
        return next((c for c in account.claims if c.id == key), None) if account else None

    def _mention(self, key: str) -> Mention | None:
        account = self._of_document(key)
        return next((m for m in account.mentions if m.id == key), None) if account else None

    def _event(self, mention: str) -> str | None:
        found = self.mentions.get(mention)
        return found.event if found is not None else None

    def _incident(self, key: str) -> Incident | None:
        mention = self.mentions.get(key)
        if mention is None:
            return None
        body = self._looking.home(mention.document, mention.event, self._desk.policy)
        if body is None:
            return None
        found = self.without_names(_incident.decode(body))
        return found if key in {found.id, *found.aliases} else None

    def _capture(self, document: str) -> Capture | None:
        return next(iter(self.received(document)), None)

    def _ref(self, beginning: str) -> str | None:
        """Return the reference of the document whose id begins so."""
        document = self._looking.document_beginning(beginning)
        capture = self.captures.get(document) if document is not None else None
        return capture.ref if capture is not None else None


def _by_id(every: Mapping[Key, Outline], keys: Collection[Key]) -> dict[str, Outline]:
    """Return those of some incidents that are there, by id."""
    return {k[1]: every[k] for k in keys if k in every}
