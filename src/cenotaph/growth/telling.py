"""Documents that changed -> their parts of the record, told anew; beats kept up with them."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from cenotaph.growth.dividing import Here, said
from cenotaph.growth.partner import Asked, Names, Part, Partner
from cenotaph.growth.saying import Heard, Said, numbers_of
from cenotaph.link import THRESHOLD, bands
from cenotaph.model import Gazetteer
from cenotaph.resolve import Listened, named, publisher_of, sample, shown
from cenotaph.store import Pieces, Standing
from cenotaph.store.joined import LEVELS, Level
from cenotaph.store.told import Row

_AT_ONCE = 500  # accounts in memory
_PART = 100  # accounts that are said together
_FEW = 100  # documents that are looked at twice, to look at nothing else
_NAMES = 2000  # of one publisher in memory
_heard = msgspec.msgpack.Decoder(Heard)

Telling = tuple[int, bytes, tuple[int, ...]]  # number, profile, keys
Named = tuple[str, str | None, frozenset[str]]  # document, publisher, places it names


class Changes(msgspec.Struct):
    """What telling some accounts anew has touched, by numbers of the parts."""

    documents: set[str] = msgspec.field(default_factory=set)  # told anew, or gone
    tellings: dict[int, array[int]] = msgspec.field(default_factory=dict)  # new ones, their keys
    left: set[int] = msgspec.field(default_factory=set)  # tellings that lost a join
    dossiers: set[int] = msgspec.field(default_factory=set)  # that lost a telling
    groups: dict[Level, set[int]] = msgspec.field(  # of each level, that lost a telling
        default_factory=lambda: {level: set() for level in LEVELS}
    )
    bands: dict[int, array[int]] = msgspec.field(default_factory=dict)  # of new accounts
    unlike: set[int] = msgspec.field(default_factory=set)  # accounts that lost a likeness
    units: set[str] = msgspec.field(default_factory=set)  # of series


def tell(
    standing: Standing,
    pieces: Pieces,
    documents: Collection[str],
    gazetteer: Gazetteer,
    there: Partner | None = None,
) -> Changes:
    """Tell documents anew, and those that read otherwise because their publisher's beat changed.

    Where there is a second process, it has a part in it, and is shown the tellings of the first.
    """
    here = Here(gazetteer)
    beats = _Beats(standing, here)
    beats.learn(_names(pieces, documents), documents)
    changes = Changes()
    forget(standing, changes, set(documents) - set(pieces.live(documents)))
    known = standing.told.numbers(documents)
    told = said(_parts(pieces, documents, beats), here, there)
    while part := list(islice(told, _PART)):
        forget(standing, changes, (one.document for one in part if one.document in known))
        shown = [telling for one in part for telling in _add(standing, changes, one)]
        if there is not None:
            there.show(shown)
    swayed = beats.swayed() - set(documents)
    for one in said(_parts(pieces, swayed, beats), here, None):
        (row,) = standing.told.rows((one.document,))
        if row.body != one.body:
            forget(standing, changes, (one.document,))
            _add(standing, changes, one)
        else:
            standing.told.set_heard(row.n, one.heard)
    return changes


def _names(pieces: Pieces, documents: Collection[str]) -> Iterator[Named]:
    """Yield, for each document, its publisher and the places that it names."""
    for part in _in_parts(documents, _AT_ONCE):
        captures = pieces.captures(part)
        for account in pieces.accounts(part):
            key = account.document.id
            yield key, publisher_of(captures[key]), named(account)


def _parts(pieces: Pieces, documents: Collection[str], beats: _Beats) -> Iterator[Part]:
    """Yield what is to be said of documents, some of them at once."""
    for part in _in_parts(documents, _PART):
        captures = pieces.captures(part)
        asked = []
        for account in pieces.accounts(part):
            own = tuple(captures[account.document.id])
            about = pieces.decisions_about((account.document.id,))
            asked.append(Asked(account, own, about, publisher_of(own)))
        yield Part(tuple(asked), {p: beats.names(p) for a in asked if (p := a.publisher)})


def _add(standing: Standing, changes: Changes, said: Said) -> list[Telling]:
    """Keep what an account says, and return its tellings."""
    row = Row(0, said.document, said.publisher, said.heard, said.signature, said.body, said.stories)
    told = standing.told.add(row)
    tellings = [
        (standing.joined.add(told, t.event, t.rank, t.profile), t.profile, t.keys)
        for t in said.tellings
    ]
    changes.tellings.update((number, array("q", keys)) for number, _, keys in tellings)
    changes.bands[told] = array("q", said.bands)
    standing.settled.count(told, said.counted)
    changes.units.update(unit for unit, _ in said.counted)
    changes.documents.add(said.document)
    return tellings


def forget(standing: Standing, changes: Changes, documents: Iterable[str]) -> None:
    """Take out what accounts said, and note what they touched."""
    joined = standing.joined
    for row in standing.told.rows(documents):
        for t in joined.of_told((row.n,)):
            changes.left.update(joined.near(t.n, THRESHOLD))
            if t.dossier is not None:
                changes.dossiers.add(t.dossier)
            for level, lost in changes.groups.items():
                lost |= {group for group in (t.group(level),) if group is not None}
            joined.drop(t.n, numbers_of(t.profile))
        changes.unlike.update(standing.likes.near(row.n))
        standing.likes.drop(row.n, bands(row.signature))
        changes.units |= standing.settled.discount(row.n)
        standing.told.drop(row.n)
        changes.documents.add(row.document)


class _Beats:
    """What publishers write about, as far as it is asked for, before and now."""

    def __init__(self, standing: Standing, here: Here) -> None:
        self._told = standing.told
        self._here = here
        self._now: dict[str, Names] = {}
        self._changed: set[str] = set()

    def learn(self, told: Iterable[Named], documents: Collection[str]) -> None:
        """Take in what documents name, in place of what they named before."""
        told, documents = self._otherwise(told, documents)
        names = defaultdict[str, set[str]](set)
        count: Counter[str] = Counter()
        shrunk = self._unlearn(documents, count)
        for _, publisher, found in told:
            if publisher is not None:
                count[publisher] += 1
                names[publisher] |= found
                if len(names[publisher]) > _NAMES:
                    names[publisher] = {*sample(names[publisher])}
        for publisher in sorted(count):
            accounts, before = self._told.beat(publisher)
            kept = self._others(publisher, documents) if publisher in shrunk else before
            now = sample((*kept, *names[publisher]))
            after = accounts + count[publisher]
            if (accounts, before) != (after, now):
                self._told.set_beat(publisher, after, now)
            if shown(accounts, before) != shown(after, now):
                self._changed.add(publisher)

    def names(self, publisher: str) -> Names:
        """Return by what it is known now what a publisher writes about."""
        if publisher not in self._now:
            self._now[publisher] = self._told.beat(publisher)
        return self._now[publisher]

    def swayed(self) -> set[str]:
        """Return the documents that hear another answer from their publisher's beat than before."""
        return {d for publisher in sorted(self._changed) for d in self._swayed(publisher)}

    def _swayed(self, publisher: str) -> Iterator[str]:
        now = Listened(self._here.beat(publisher, self.names(publisher)))
        for document, heard in self._told.heard(publisher):
            if any(now.answer(q) != answer for q, answer in _heard.decode(heard).answers):
                yield document

    def _otherwise(
        self, told: Iterable[Named], documents: Collection[str]
    ) -> tuple[Iterable[Named], Collection[str]]:
        """Leave out documents that name what they named before, if they are few.

        A decision changes what an account says, hardly ever what its publisher writes about.
        """
        if len(documents) > _FEW:
            return told, documents
        before = {
            row.document: (row.publisher, frozenset(_heard.decode(row.heard).names))
            for row in self._told.rows(documents)
        }
        every = list(told)
        same = {d for d, publisher, found in every if before.get(d) == (publisher, found)}
        return [one for one in every if one[0] not in same], set(documents) - same

    def _unlearn(self, documents: Collection[str], count: Counter[str]) -> set[str]:
        """Take documents out of the count; return the publishers that may have lost a name."""
        shrunk = set()
        for row in self._told.rows(documents):
            if row.publisher is not None:
                count[row.publisher] -= 1
                shrunk.add(row.publisher)
        return shrunk

    def _others(self, publisher: str, documents: Collection[str]) -> tuple[str, ...]:
        """Return the sample of what a publisher's other accounts name."""
        gone = set(documents)
        heard = (h for d, h in self._told.heard(publisher) if d not in gone)
        return sample(name for one in heard for name in _heard.decode(one).names)


def _in_parts(documents: Collection[str], count: int) -> Iterator[Sequence[str]]:
    rest = iter(sorted(documents))
    while part := list(islice(rest, count)):
        yield part
